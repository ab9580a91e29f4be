# SPDX-FileCopyrightText: The Litedeck authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A provider for LiteLLM that speaks OpenAI's, Anthropic's and Gemini's dialects on loopback and
misbehaves by the name of the model: provider.py PORT. GET /seen tells how often each was asked."""

import asyncio
import json
import sys
import uuid
from collections import Counter

from aiohttp import web

TEXT = "The quick brown fox jumps over the lazy dog and runs away."
USAGE = {
    "prompt_tokens": 100,
    "completion_tokens": 50,
    "total_tokens": 150,
    "prompt_tokens_details": {"cached_tokens": 40},
}
TOOL = {"name": "get_weather", "arguments": '{"city":"Bonn"}'}
FINISH = {"u-tools": "tool_calls", "u-length": "length"}
WORDS_BEFORE_TROUBLE = 5


def error(message, kind, code=None, param=None):
    return {"error": {"message": message, "type": kind, "param": param, "code": code}}


# Status, body and headers of what each model is refused with.
REFUSALS = {
    "u-401": (
        401,
        error(
            "Incorrect API key provided: sk-upstr*****1234.",
            "invalid_request_error",
            "invalid_api_key",
        ),
    ),
    "u-429": (
        429,
        error(
            "Rate limit reached for gpt-4o on tokens per min (TPM). Please try again in 2s.",
            "tokens",
            "rate_limit_exceeded",
        ),
        {"retry-after": "2"},
    ),
    "u-quota": (
        429,
        error(
            "You exceeded your current quota, please check your plan and billing details.",
            "insufficient_quota",
            "insufficient_quota",
        ),
    ),
    "u-400": (
        400,
        error(
            "Unsupported value: 'temperature' does not support 7 with this model.",
            "invalid_request_error",
            "unsupported_value",
            "temperature",
        ),
    ),
    "u-ctx": (
        400,
        error(
            "This model's maximum context length is 8192 tokens. However, your messages resulted "
            "in 9001 tokens.",
            "invalid_request_error",
            "context_length_exceeded",
            "messages",
        ),
    ),
    "u-policy": (
        400,
        error(
            "Your request was rejected as a result of our safety system.",
            "invalid_request_error",
            "content_policy_violation",
        ),
    ),
    "u-404": (
        404,
        error(
            "The model `u-404` does not exist or you do not have access to it.",
            "invalid_request_error",
            "model_not_found",
        ),
    ),
    "u-500": (
        500,
        error(
            "The server had an error while processing your request. Sorry about that!",
            "server_error",
        ),
    ),
    "u-503": (
        503,
        error(
            "The engine is currently overloaded, please try again later",
            "server_error",
            "overloaded",
        ),
    ),
    "u-502html": (502, "<html><body><h1>502 Bad Gateway</h1></body></html>"),
    "a-529": (
        529,
        {"type": "error", "error": {"type": "overloaded_error", "message": "Overloaded"}},
    ),
    "a-long": (
        400,
        {
            "type": "error",
            "error": {
                "type": "invalid_request_error",
                "message": "prompt is too long: 210000 tokens > 200000 maximum",
            },
        },
    ),
    "g-429": (
        429,
        [
            {
                "error": {
                    "code": 429,
                    "message": "You exceeded your current quota, please check your plan and "
                    "billing details.",
                    "status": "RESOURCE_EXHAUSTED",
                    "details": [
                        {"@type": "type.googleapis.com/google.rpc.RetryInfo", "retryDelay": "33s"}
                    ],
                }
            }
        ],
    ),
}

seen = Counter()


def refusal(model):
    status, body, headers = (*REFUSALS[model], {})[:3]
    if isinstance(body, str):
        return web.Response(status=status, text=body, content_type="text/html")
    return web.json_response(body, status=status, headers=headers)


def pieces():
    """The text in words, whose sum it is."""
    words = TEXT.split(" ")
    return [words[0]] + [" " + word for word in words[1:]]


async def answered(request):
    """The stream of an answer, and what writes one event of it."""
    response = web.StreamResponse(headers={"content-type": "text/event-stream"})
    await response.prepare(request)

    async def send(value, event=None):
        data = value if isinstance(value, str) else json.dumps(value)
        await response.write(
            ((f"event: {event}\n" if event else "") + f"data: {data}\n\n").encode()
        )

    return response, send


async def openai(request):
    body = await request.json()
    model = body["model"]
    seen[model] += 1
    name = "chatcmpl-" + uuid.uuid4().hex
    if model in REFUSALS:
        return refusal(model)
    if model == "u-reset":
        request.transport.abort()
        return web.Response()
    if model == "u-hang":
        await asyncio.sleep(300)
    if not body.get("stream"):
        if model == "u-slow":
            await asyncio.sleep(3)
        message = {"role": "assistant", "content": TEXT}
        if model == "u-think":
            message["reasoning_content"] = "Let me think."
        if model == "u-tools":
            message["tool_calls"] = [{"id": "call_1", "type": "function", "function": TOOL}]
        choice = {"index": 0, "message": message, "finish_reason": FINISH.get(model, "stop")}
        whole = {
            "id": name,
            "object": "chat.completion",
            "created": 1,
            "model": model,
            "choices": [choice],
        }
        if model != "u-nousage":
            whole["usage"] = USAGE
        return web.json_response(whole)

    response, send = await answered(request)

    async def chunk(delta, finish=None, **more):
        choice = {"index": 0, "delta": delta, "finish_reason": finish}
        await send(
            {
                "id": name,
                "object": "chat.completion.chunk",
                "created": 1,
                "model": model,
                "choices": [choice],
                **more,
            }
        )

    await chunk({"role": "assistant", "content": ""})
    if model == "u-think":
        await chunk({"reasoning_content": "Let me think."})
    for number, piece in enumerate(pieces(), 1):
        await chunk({"content": piece})
        if model == "u-slow":
            await asyncio.sleep(0.05)
        if number < WORDS_BEFORE_TROUBLE:
            continue
        if model == "u-cut":
            # So that what was written leaves before the connection breaks.
            await asyncio.sleep(0.3)
            request.transport.abort()
            return response
        if model == "u-stall":
            await asyncio.sleep(300)
        if model in ("u-miderr", "u-mid429"):
            if model == "u-miderr":
                await send(
                    error("The server had an error while processing your request.", "server_error")
                )
            else:
                await send(
                    error("Rate limit reached for requests", "requests", "rate_limit_exceeded")
                )
            await send("[DONE]")
            return response
    if model == "u-tools":
        await chunk(
            {
                "tool_calls": [
                    {
                        "index": 0,
                        "id": "call_1",
                        "type": "function",
                        "function": {**TOOL, "arguments": ""},
                    }
                ]
            }
        )
        await chunk({"tool_calls": [{"index": 0, "function": {"arguments": TOOL["arguments"]}}]})
    await chunk({}, FINISH.get(model, "stop"))
    if (body.get("stream_options") or {}).get("include_usage") and model != "u-nousage":
        await send(
            {
                "id": name,
                "object": "chat.completion.chunk",
                "created": 1,
                "model": model,
                "choices": [],
                "usage": USAGE,
            }
        )
    await send("[DONE]")
    return response


async def anthropic(request):
    body = await request.json()
    model = body["model"]
    seen[model] += 1
    if model in REFUSALS:
        return refusal(model)
    usage = {"input_tokens": 60, "cache_read_input_tokens": 40, "cache_creation_input_tokens": 0}
    message = {
        "id": "msg_" + uuid.uuid4().hex,
        "type": "message",
        "role": "assistant",
        "model": model,
    }
    if not body.get("stream"):
        content = [{"type": "text", "text": TEXT}]
        return web.json_response(
            {
                **message,
                "content": content,
                "stop_reason": "end_turn",
                "usage": {**usage, "output_tokens": 50},
            }
        )

    response, send = await answered(request)

    async def event(kind, **more):
        await send({"type": kind, **more}, kind)

    await event(
        "message_start",
        message={
            **message,
            "content": [],
            "stop_reason": None,
            "usage": {**usage, "output_tokens": 1},
        },
    )
    await event("content_block_start", index=0, content_block={"type": "text", "text": ""})
    await event("ping")
    for number, piece in enumerate(pieces(), 1):
        await event("content_block_delta", index=0, delta={"type": "text_delta", "text": piece})
        if model == "a-mid" and number == WORDS_BEFORE_TROUBLE:
            await event("error", error={"type": "overloaded_error", "message": "Overloaded"})
            return response
    await event("content_block_stop", index=0)
    await event(
        "message_delta",
        delta={"stop_reason": "end_turn", "stop_sequence": None},
        usage={"output_tokens": 50},
    )
    await event("message_stop")
    return response


async def gemini(request):
    model, _, action = request.match_info["target"].partition(":")
    seen[model] += 1
    if model in REFUSALS:
        return refusal(model)
    answer = {
        "responseId": uuid.uuid4().hex,
        "candidates": [
            {
                "content": {"role": "model", "parts": [{"text": TEXT}]},
                "finishReason": "STOP",
                "index": 0,
            }
        ],
        "usageMetadata": {
            "promptTokenCount": 100,
            "candidatesTokenCount": 50,
            "totalTokenCount": 150,
        },
        "modelVersion": model,
    }
    if not action.startswith("stream"):
        return web.json_response(answer)
    response, send = await answered(request)
    await send(answer)
    return response


async def tell_seen(_):
    return web.json_response(seen)


app = web.Application(client_max_size=50 * 2**20)
app.router.add_post("/v1/chat/completions", openai)
app.router.add_post("/v1/messages", anthropic)
app.router.add_post("/{version:(v1beta/|v1/)?}models/{target:.*}", gemini)
app.router.add_get("/seen", tell_seen)

if __name__ == "__main__":
    web.run_app(app, host="127.0.0.1", port=int(sys.argv[1]), print=None, handler_cancellation=True)
