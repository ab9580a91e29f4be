// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/CallRequest.h"

#include "core/demo/FieldReader.h"

using namespace Qt::StringLiterals;

namespace litedeck::demo {

bool CallRequest::jobFits() const
{
    return fitsColumn(jobType, MaxJobType) && fitsColumn(userId.toString(), MaxUserId);
}

bool CallRequest::callFits() const
{
    return fitsColumn(purpose.toString(), MaxPurpose);
}

CallRequest readCall(const Call &call, bool createsJob, std::optional<Response> *refusal)
{
    FieldReader fields(call.body);
    CallRequest request;
    if (createsJob) {
        request.teamId = fields.string(u"team_id"_s);
        request.jobType = fields.string(u"job_type"_s);
        request.userId = fields.optionalString(u"user_id"_s);
        request.metadata = fields.optionalObject(u"job_metadata"_s);
    }
    request.model = fields.string(u"model"_s);
    request.messages = fields.objects(u"messages"_s);
    request.purpose = fields.optionalString(u"purpose"_s);
    for (const QString &number :
         {u"temperature"_s, u"top_p"_s, u"frequency_penalty"_s, u"presence_penalty"_s})
        fields.optionalNumber(number);
    fields.optionalInteger(u"max_tokens"_s);
    for (const QString &list : {u"tools"_s, u"stop"_s})
        fields.optional(list, QJsonValue::Array);
    fields.optional(u"response_format"_s, QJsonValue::Object);
    if (!createsJob)
        request.callMetadata = fields.optionalObject(u"call_metadata"_s).toObject();
    request.maxTokens = call.body[u"max_tokens"].toInt();
    if (!fields.ok())
        *refusal = fields.failure();
    return request;
}

} // namespace litedeck::demo
