#!/usr/bin/env node
// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Stands in for Prisma's query engine, a binary that no package registry has: LiteLLM asks it in
// GraphQL over HTTP, and the same engine as WebAssembly, out of @prisma/client, answers in JSON.
'use strict';

const fs = require('fs');
const http = require('http');
const path = require('path');

if (process.argv.includes('--version')) {
    console.log('query-engine 393aa359c9ad4a4bb28630fb5613f9c281cde053');
    process.exit(0);
}

const { parse } = require('graphql');
const { Pool } = require('pg');
const { PrismaPg } = require('@prisma/adapter-pg');
const { bindAdapter } = require('@prisma/driver-adapter-utils');

const NoTrace = '{}';
const MostConnections = 10;

function loadEngine() {
    const runtime = path.join(__dirname, 'node_modules/@prisma/client/runtime');
    const bindings = require(path.join(runtime, 'query_engine_bg.postgresql.js'));
    const code = fs.readFileSync(path.join(runtime, 'query_engine_bg.postgresql.wasm'));
    const module = new WebAssembly.Module(code);
    const instance = new WebAssembly.Instance(module, { './query_engine_bg.js': bindings });
    bindings.__wbg_set_wasm(instance.exports);
    return bindings.QueryEngine;
}

const dataModel = fs.readFileSync(process.env.PRISMA_DML_PATH, 'utf8');
const url = new URL(process.env.DATABASE_URL);
url.search = '';
const pool = new Pool({ connectionString: url.toString(), max: MostConnections });
pool.on('error', (error) => console.error('pool:', error.message));

const QueryEngine = loadEngine();
const engine = new QueryEngine(
    {
        datamodel: dataModel,
        env: process.env,
        logQueries: false,
        ignoreEnvVarErrors: true,
        datasourceOverrides: {},
        logLevel: 'error',
        configDir: '.',
        engineProtocol: 'json',
    },
    () => {},
    bindAdapter(new PrismaPg(pool, { schema: 'public' })),
);

// The type of each field, by model and field.
const models = {};
for (const [, name, body] of dataModel.matchAll(/^model (\w+) \{([^]*?)^\}/gm)) {
    models[name] = {};
    for (const [, field, type] of body.matchAll(/^\s+(\w+)\s+(\w+)/gm))
        models[name][field] = type;
}

// What begins and ends the name of a query, around the name of its model.
const Actions = [
    ['findUnique', 'OrThrow'], ['findFirst', 'OrThrow'], ['findUnique', ''], ['findFirst', ''],
    ['findMany', ''], ['createOne', ''], ['createMany', ''], ['updateOne', ''], ['updateMany', ''],
    ['upsertOne', ''], ['deleteOne', ''], ['deleteMany', ''], ['aggregate', ''], ['groupBy', ''],
];
const JsonMarks = ['JsonNull', 'DbNull', 'AnyNull'];

function isObject(value) {
    return value !== null && typeof value === 'object' && !Array.isArray(value);
}

function mapped(object, change) {
    return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value, key)]));
}

function literal(node) {
    switch (node.kind) {
    case 'NullValue':
        return null;
    case 'IntValue': {
        const value = Number(node.value);
        return Number.isSafeInteger(value) ? value : { $type: 'BigInt', value: node.value };
    }
    case 'FloatValue':
        return Number(node.value);
    case 'BooleanValue':
    case 'StringValue':
    case 'EnumValue':
        return node.value;
    case 'ListValue':
        return node.values.map(literal);
    case 'ObjectValue':
        return Object.fromEntries(node.fields.map((field) => [field.name.value, literal(field.value)]));
    default:
        throw new Error('a value of the kind ' + node.kind);
    }
}

// GraphQL writes JSON as a string; the engine wants to be told which strings are such.
function asJson(value) {
    const marked = (text, key) =>
        key !== 'path' && typeof text === 'string' && !JsonMarks.includes(text)
            ? { $type: 'Json', value: text }
            : text;
    return isObject(value) ? mapped(value, marked) : marked(value);
}

function typed(value, model) {
    if (Array.isArray(value))
        return value.map((entry) => typed(entry, model));
    if (!isObject(value) || value.$type)
        return value;
    return mapped(value, (member, key) => {
        const type = models[model]?.[key];
        return type === 'Json' ? asJson(member) : typed(member, models[type] ? type : model);
    });
}

function selection(field, model) {
    const result = { arguments: {}, selection: {} };
    for (const argument of field.arguments ?? [])
        result.arguments[argument.name.value] = typed(literal(argument.value), model);
    for (const child of field.selectionSet?.selections ?? []) {
        const isPlain = !child.selectionSet && !child.arguments?.length;
        result.selection[child.name.value] =
            isPlain || selection(child, models[model]?.[child.name.value]);
    }
    return result;
}

// The JSON query of a GraphQL text, and the name under which its answer is wanted.
function converted(text) {
    // The type of this column is one that the adapter cannot read.
    const readable = text.replace('ARRAY_AGG(viewname)', 'ARRAY_AGG(viewname::text)');
    const field = parse(readable, { noLocation: true }).definitions[0].selectionSet.selections[0];
    const name = field.name.value;
    const alias = field.alias?.value ?? name;
    if (name === 'queryRaw' || name === 'executeRaw')
        return { alias, query: { action: name, query: selection(field) } };
    for (const [start, end] of Actions) {
        if (!name.startsWith(start) || !name.endsWith(end) || (!end && name.endsWith('OrThrow')))
            continue;
        const modelName = name.slice(start.length, name.length - end.length);
        return { alias, query: { modelName, action: start + end, query: selection(field, modelName) } };
    }
    throw new Error('a query of the name ' + name);
}

function plain(value) {
    if (Array.isArray(value))
        return value.map(plain);
    if (!isObject(value))
        return value;
    if (value.$type === undefined)
        return mapped(value, plain);
    return value.$type === 'BigInt' ? Number(value.value) : value.value;
}

function rawRows(answer) {
    const cell = (value, column) =>
        answer.types[column] === 'json' && typeof value === 'string' ? JSON.parse(value) : value;
    return { ...answer, rows: answer.rows.map((row) => row.map(cell)) };
}

function answered(alias, result) {
    if (result.errors)
        return result;
    const answer = Object.values(result.data)[0];
    return { data: { [alias]: answer?.columns && answer?.rows ? rawRows(answer) : plain(answer) } };
}

async function run(query, transaction) {
    return JSON.parse(await engine.query(JSON.stringify(query), NoTrace, transaction));
}

async function answer(request, body) {
    const transaction = request.headers['x-transaction-id'];
    if (request.url === '/status')
        return { status: 'ok' };
    if (request.url.startsWith('/metrics'))
        return { counters: [], gauges: [], histograms: [] };
    if (request.url === '/transaction/start') {
        const options = { max_wait: 2000, timeout: 5000, ...JSON.parse(body || '{}') };
        return JSON.parse(await engine.startTransaction(JSON.stringify(options), NoTrace));
    }
    const end = request.url.match(/^\/transaction\/([^/]+)\/(commit|rollback)/);
    if (end) {
        const told = end[2] === 'commit' ? await engine.commitTransaction(end[1], NoTrace)
                                         : await engine.rollbackTransaction(end[1], NoTrace);
        return JSON.parse(told || '{}');
    }
    const asked = JSON.parse(body);
    if (asked.batch) {
        const parts = asked.batch.map((part) => converted(part.query));
        const batch = parts.map((part) => part.query);
        const result = await run({ batch, transaction: asked.transaction ? {} : undefined }, transaction);
        if (!result.batchResult)
            return result;
        return { batchResult: result.batchResult.map((part, i) => answered(parts[i].alias, part)) };
    }
    const { alias, query } = converted(asked.query);
    return answered(alias, await run(query, transaction));
}

function failure(error) {
    const message = String(error?.message ?? error);
    const facing = { is_panic: false, message, error_code: 'P2010', meta: {} };
    return { errors: [{ error: message, user_facing_error: facing }] };
}

async function serve(request, response) {
    const pieces = [];
    for await (const piece of request)
        pieces.push(piece);
    const body = Buffer.concat(pieces).toString();
    let told;
    try {
        told = await answer(request, body);
    } catch (error) {
        console.error('query:', error, body.slice(0, 500));
        told = failure(error);
    }
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(told));
}

for (const signal of ['SIGINT', 'SIGTERM'])
    process.on(signal, () => process.exit(0));
process.on('unhandledRejection', (error) => console.error('engine:', error));

const port = Number(process.argv[process.argv.indexOf('-p') + 1]);
engine.connect(NoTrace).then(
    () => http.createServer(serve).listen(port, '127.0.0.1'),
    (error) => {
        console.error('engine:', error);
        process.exit(1);
    },
);
