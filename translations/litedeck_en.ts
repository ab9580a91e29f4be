<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>litedeck::ChatView</name>
    <message numerus="yes">
        <source>Waiting for %1, %n s</source>
        <translation>
            <numerusform>Waiting for %1, %n s</numerusform>
            <numerusform>Waiting for %1, %n s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sent without the %n oldest message(s) of this chat.</source>
        <translation>
            <numerusform>Sent without the %n oldest message of this chat.</numerusform>
            <numerusform>Sent without the %n oldest messages of this chat.</numerusform>
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
</context>
<context>
    <name>litedeck::JobsPage</name>
    <message numerus="yes">
        <source>%Ln job(s)</source>
        <translation>
            <numerusform>%Ln job</numerusform>
            <numerusform>%Ln jobs</numerusform>
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
    <name>litedeck::TeamPage</name>
    <message numerus="yes">
        <source>%1 and %Ln more</source>
        <extracomment>%1 is a list of names; %Ln more are left out.</extracomment>
        <translation>
            <numerusform>%1 and %Ln more</numerusform>
            <numerusform>%1 and %Ln more</numerusform>
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
</context>
</TS>
