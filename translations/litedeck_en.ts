<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>litedeck::AttachmentBar</name>
    <message numerus="yes">
        <source>At most %n file(s) go along with a message.</source>
        <translation>
            <numerusform>At most %n file goes along with a message.</numerusform>
            <numerusform>At most %n files go along with a message.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>litedeck::ChatPage</name>
    <message numerus="yes">
        <source>Deleted “%1”, and %n more before it</source>
        <translation>
            <numerusform>Deleted “%1”, and %n more before it</numerusform>
            <numerusform>Deleted “%1”, and %n more before it</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>litedeck::ConversationExchange</name>
    <message numerus="yes">
        <source>%n conversation(s) imported.</source>
        <translation>
            <numerusform>%n conversation imported.</numerusform>
            <numerusform>%n conversations imported.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) of tools were left out.</source>
        <extracomment>Follows &quot;2 conversations imported.&quot;</extracomment>
        <translation>
            <numerusform>%n message of a tool was left out.</numerusform>
            <numerusform>%n messages of tools were left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Exported. %n secret(s) were taken out.</source>
        <translation>
            <numerusform>Exported. %n secret was taken out.</numerusform>
            <numerusform>Exported. %n secrets were taken out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n are here already and were left out.</source>
        <extracomment>Follows &quot;2 conversations imported.&quot;</extracomment>
        <translation>
            <numerusform>%n is here already and was left out.</numerusform>
            <numerusform>%n are here already and were left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) could not be read.</source>
        <extracomment>Follows &quot;2 conversations imported.&quot;</extracomment>
        <translation>
            <numerusform>%n message could not be read.</numerusform>
            <numerusform>%n messages could not be read.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>litedeck::CostLine</name>
    <message numerus="yes">
        <source>%1 for %n replies that were lost</source>
        <translation>
            <numerusform>%1 for %n reply that was lost</numerusform>
            <numerusform>%1 for %n replies that were lost</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %2 of them for %n replies that were lost</source>
        <translation>
            <numerusform>%1, %2 of them for %n reply that was lost</numerusform>
            <numerusform>%1, %2 of them for %n replies that were lost</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>litedeck::DeletedTurns</name>
    <message numerus="yes">
        <source>%n message(s) and their replies were deleted.</source>
        <translation>
            <numerusform>%n message and its reply were deleted.</numerusform>
            <numerusform>%n messages and their replies were deleted.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>litedeck::ErrorEntryView</name>
    <message numerus="yes">
        <source>%n time(s) since %1</source>
        <extracomment>How often one error came: %1 is a time of day.</extracomment>
        <translation>
            <numerusform>%n time since %1</numerusform>
            <numerusform>%n times since %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>litedeck::ErrorHistoryView</name>
    <message numerus="yes">
        <source>%n error(s) ended</source>
        <translation>
            <numerusform>%n error ended</numerusform>
            <numerusform>%n errors ended</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>litedeck::ErrorLaneView</name>
    <message numerus="yes">
        <source>%n error(s)</source>
        <extracomment>How many errors a list has, read aloud by screen readers.</extracomment>
        <translation>
            <numerusform>%n error</numerusform>
            <numerusform>%n errors</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>litedeck::ErrorReport</name>
    <message numerus="yes">
        <source>%n time(s) since %1</source>
        <translation>
            <numerusform>%n time since %1</numerusform>
            <numerusform>%n times since %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>litedeck::ErrorTexts</name>
    <message numerus="yes">
        <source>The team may use %1 and %n more.</source>
        <extracomment>%1 are names of models; %n more are not named.</extracomment>
        <translation>
            <numerusform>The team may use %1 and %n more.</numerusform>
            <numerusform>The team may use %1 and %n more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The server knows no job of the call so far. It may be held on its way, so Litedeck looks again for %n second(s) before anything is sent again.</source>
        <translation>
            <numerusform>The server knows no job of the call so far. It may be held on its way, so Litedeck looks again for %n second before anything is sent again.</numerusform>
            <numerusform>The server knows no job of the call so far. It may be held on its way, so Litedeck looks again for %n seconds before anything is sent again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>litedeck::Format</name>
    <message numerus="yes">
        <source>%Ln token(s)</source>
        <translation>
            <numerusform>%Ln token</numerusform>
            <numerusform>%Ln tokens</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln credit(s)</source>
        <translation>
            <numerusform>%Ln credit</numerusform>
            <numerusform>%Ln credits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>litedeck::JobCostsView</name>
    <message numerus="yes">
        <source>%Ln call(s)</source>
        <translation>
            <numerusform>%Ln call</numerusform>
            <numerusform>%Ln calls</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln failed</source>
        <extracomment>%1 is a text such as &quot;4 calls of gpt-4o&quot;.</extracomment>
        <translation>
            <numerusform>%1, %Ln failed</numerusform>
            <numerusform>%1, %Ln failed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>litedeck::OpenJobBar</name>
    <message numerus="yes">
        <source>%n answered message(s) in one open job. It is charged when you finish it.</source>
        <translation>
            <numerusform>%n answered message in one open job. It is charged when you finish it.</numerusform>
            <numerusform>%n answered messages in one open job. It is charged when you finish it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answered message(s) in one open job. Finishing it takes %1.</source>
        <extracomment>%1 is such as &quot;1 credit&quot;.</extracomment>
        <translation>
            <numerusform>%n answered message in one open job. Finishing it takes %1.</numerusform>
            <numerusform>%n answered messages in one open job. Finishing it takes %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answered message(s) in one open job. Finishing it takes about %1, for %2, %3.</source>
        <extracomment>%1 is such as &quot;30 credits&quot;, %2 such as &quot;3,090 tokens&quot;, %3 such as &quot;$0.00444&quot;.</extracomment>
        <translation>
            <numerusform>%n answered message in one open job. Finishing it takes about %1, for %2, %3.</numerusform>
            <numerusform>%n answered messages in one open job. Finishing it takes about %1, for %2, %3.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>litedeck::OpenJobsNotice</name>
    <message numerus="yes">
        <source>%Ln job(s) are open for more than 15 minutes; whoever started them may be gone.</source>
        <translation>
            <numerusform>%Ln job has been open for more than 15 minutes; whoever started it may be gone.</numerusform>
            <numerusform>%Ln jobs have been open for more than 15 minutes; whoever started them may be gone.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Complete %Ln job(s) as failed? They take no credit. Programs that still work on them can go on calling, but the jobs stay failed.</source>
        <translation>
            <numerusform>Complete %Ln job as failed? It takes no credit. A program that still works on it can go on calling, but the job stays failed.</numerusform>
            <numerusform>Complete %Ln jobs as failed? They take no credit. Programs that still work on them can go on calling, but the jobs stay failed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>litedeck::ParameterForm</name>
    <message numerus="yes">
        <source>At most %n stop sequence(s).</source>
        <translation>
            <numerusform>At most %n stop sequence.</numerusform>
            <numerusform>At most %n stop sequences.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>litedeck::RailButton</name>
    <message numerus="yes">
        <source>%n item(s) need attention</source>
        <translation>
            <numerusform>%n item needs attention</numerusform>
            <numerusform>%n items need attention</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>litedeck::RecordWords</name>
    <message numerus="yes">
        <source>%Ln job(s)</source>
        <translation>
            <numerusform>%Ln job</numerusform>
            <numerusform>%Ln jobs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln request(s)</source>
        <translation>
            <numerusform>%Ln request</numerusform>
            <numerusform>%Ln requests</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Same cause in %Ln other job(s) since %1</source>
        <extracomment>%1 is a day, such as &quot;Monday&quot; or &quot;12/11/2026&quot;.</extracomment>
        <translation>
            <numerusform>Same cause in %Ln other job since %1</numerusform>
            <numerusform>Same cause in %Ln other jobs since %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Same cause in %Ln other request(s) since %1</source>
        <extracomment>%1 is a day, such as &quot;Monday&quot; or &quot;12/11/2026&quot;.</extracomment>
        <translation>
            <numerusform>Same cause in %Ln other request since %1</numerusform>
            <numerusform>Same cause in %Ln other requests since %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>litedeck::RequestLogView</name>
    <message numerus="yes">
        <source>%n attempt(s)</source>
        <translation>
            <numerusform>%n attempt</numerusform>
            <numerusform>%n attempts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>litedeck::RunwayWords</name>
    <message numerus="yes">
        <source>%Ln day(s)</source>
        <translation>
            <numerusform>%Ln day</numerusform>
            <numerusform>%Ln days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>About %Ln day(s)</source>
        <translation>
            <numerusform>About %Ln day</numerusform>
            <numerusform>About %Ln days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing was used in the last %Ln day(s).</source>
        <translation>
            <numerusform>Nothing was used in the last %Ln day.</numerusform>
            <numerusform>Nothing was used in the last %Ln days.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the last %Ln day(s)</source>
        <translation>
            <numerusform>the last %Ln day</numerusform>
            <numerusform>the last %Ln days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>litedeck::SummariesModel</name>
    <message numerus="yes">
        <source>The known part of the ledger lacks %Ln job(s).</source>
        <translation>
            <numerusform>The known part of the ledger lacks %Ln job.</numerusform>
            <numerusform>The known part of the ledger lacks %Ln jobs.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The costs of %Ln job(s) were not read yet.</source>
        <translation>
            <numerusform>The costs of %Ln job were not read yet.</numerusform>
            <numerusform>The costs of %Ln jobs were not read yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The server told neither tokens nor a cost of %Ln call(s).</source>
        <translation>
            <numerusform>The server told neither tokens nor a cost of %Ln call.</numerusform>
            <numerusform>The server told neither tokens nor a cost of %Ln calls.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln job(s) are still open; their costs are not final.</source>
        <translation>
            <numerusform>%Ln job is still open; its costs are not final.</numerusform>
            <numerusform>%Ln jobs are still open; their costs are not final.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>litedeck::SummariesPlot</name>
    <message numerus="yes">
        <source>%1: %n job(s), cost %2</source>
        <extracomment>%1 is a type, model, day or conversation; %2 is an amount of money.</extracomment>
        <translation>
            <numerusform>%1: %n job, cost %2</numerusform>
            <numerusform>%1: %n jobs, cost %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>litedeck::SummariesView</name>
    <message numerus="yes">
        <source>Read the costs of %Ln job(s)</source>
        <translation>
            <numerusform>Read the costs of %Ln job</numerusform>
            <numerusform>Read the costs of %Ln jobs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln job(s)</source>
        <translation>
            <numerusform>%Ln job</numerusform>
            <numerusform>%Ln jobs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln job(s) that the filters of the list let through</source>
        <translation>
            <numerusform>%Ln job that the filters of the list let through</numerusform>
            <numerusform>%Ln jobs that the filters of the list let through</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1; the costs of %Ln of them are not read yet</source>
        <extracomment>%1 is a text such as &quot;300 jobs&quot;.</extracomment>
        <translation>
            <numerusform>%1; the costs of %Ln of them are not read yet</numerusform>
            <numerusform>%1; the costs of %Ln of them are not read yet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>litedeck::TeamPage</name>
    <message numerus="yes">
        <source>%1 and %Ln more</source>
        <extracomment>%1 is a list of names; %Ln more are left out.</extracomment>
        <translation>
            <numerusform>%1 and %Ln more</numerusform>
            <numerusform>%1 and %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of the newest job(s) ran without being charged: too few credits were left.</source>
        <translation>
            <numerusform>%Ln of the newest jobs ran without being charged: too few credits were left.</numerusform>
            <numerusform>%Ln of the newest jobs ran without being charged: too few credits were left.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln older job(s) are marked as not charged; the ledger is not known far enough back to tell.</source>
        <translation>
            <numerusform>%Ln older job is marked as not charged; the ledger is not known far enough back to tell.</numerusform>
            <numerusform>%Ln older jobs are marked as not charged; the ledger is not known far enough back to tell.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>litedeck::TeamPlots</name>
    <message numerus="yes">
        <source>%1: %2 in %Ln charge(s)</source>
        <extracomment>%1 is a month, %2 a text such as &quot;412 credits&quot;; %Ln charges took them.</extracomment>
        <translation>
            <numerusform>%1: %2 in %Ln charge</numerusform>
            <numerusform>%1: %2 in %Ln charges</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Credits that charges took in the last %Ln day(s).</source>
        <translation>
            <numerusform>Credits that charges took in the last %Ln day.</numerusform>
            <numerusform>Credits that charges took in the last %Ln days.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>litedeck::TeamWords</name>
    <message numerus="yes">
        <source>There are %Ln more such place(s).</source>
        <translation>
            <numerusform>There is %Ln more such place.</numerusform>
            <numerusform>There are %Ln more such places.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>litedeck::TurnNote</name>
    <message numerus="yes">
        <source>Sent without the %n oldest message(s) of this chat.</source>
        <translation>
            <numerusform>Sent without the %n oldest message of this chat.</numerusform>
            <numerusform>Sent without the %n oldest messages of this chat.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>litedeck::WaitingText</name>
    <message numerus="yes">
        <source>Waiting for %1, %n s</source>
        <translation>
            <numerusform>Waiting for %1, %n s</numerusform>
            <numerusform>Waiting for %1, %n s</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>litedeck::Workspace</name>
    <message numerus="yes">
        <source>Litedeck ended while replies were arriving. Recovered %n character(s).</source>
        <translation>
            <numerusform>Litedeck ended while replies were arriving. Recovered %n character.</numerusform>
            <numerusform>Litedeck ended while replies were arriving. Recovered %n characters.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Litedeck ended while %n reply(s) were awaited. Nothing of them had arrived.</source>
        <translation>
            <numerusform>Litedeck ended while %n reply was awaited. Nothing of it had arrived.</numerusform>
            <numerusform>Litedeck ended while %n replies were awaited. Nothing of them had arrived.</numerusform>
        </translation>
    </message>
</context>
</TS>
