<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
<context>
    <name>TranscriptView</name>
    <message>
        <source>Copy selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transcript</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Newest message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>litedeck::AccountBar</name>
    <message>
        <source>Team status: not known yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Team status: active</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Team status: paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Team status: suspended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server: %1, connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server: %1, not reachable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>just now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 d ago</source>
        <extracomment>d is short for days.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Credits: not known yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Credits: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Credits: %1 of %2</source>
        <extracomment>%1 is what is left of %2.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the team&apos;s account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No server chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Updated %1</source>
        <extracomment>%1 is an age such as &quot;2 min ago&quot;.</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>litedeck::Application</name>
    <message>
        <source>Litedeck</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be used to keep data. Start Litedeck with --data-dir and a directory that can be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Demo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no keychain, so the virtual key is kept for this run only.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>litedeck::CallsModel</name>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens of the prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens of the reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In</source>
        <extracomment>Column: tokens of the prompt.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Out</source>
        <extracomment>Column: tokens of the reply.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>litedeck::ChatPage</name>
    <message>
        <source>New chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin another conversation (Ctrl+N)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete “%1” from this computer? Its jobs stay on the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending is held: the team is suspended. Your text stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending is held: the team is paused. Your text stays.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>litedeck::ChatView</name>
    <message>
        <source>Start a conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a model below and write a message. Each message is a job of its own, and its cost stands under the reply.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interrupted when Litedeck ended. What had arrived is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped. What had arrived is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 Trying again in %2 (attempt %3 of %4).</source>
        <extracomment>%1 is what went wrong, %2 a duration such as &quot;4 s&quot;, %3 and %4 count attempts.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Waiting for %1, %n s</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Open this link?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue exactly where you stopped.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>litedeck::CommandLine</name>
    <message>
        <source>Chat with the models of a SaaS LiteLLM gateway, and see what each job costs, what is left on the team&apos;s account, and why something failed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try the program with a gateway inside it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gateway&apos;s address; needs --team.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The team&apos;s id.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the profile of this name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep conversations and settings there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>debug, info, warning or critical.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show this help.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scenarios of --demo=SCENARIO: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The virtual key comes from the keychain or from the environment variable LITEDECK_VIRTUAL_KEY.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not an option. Try --help.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no demo scenario “%1”. There are: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--server and --team go together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a server&apos;s address; it looks like https://gateway.example.com.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--demo brings its own server; leave out --server and --team.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a log level. There are: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>litedeck::Composer</name>
    <message>
        <source>Send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model that answers the next message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esc stops and keeps what has arrived</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter sends, Shift+Enter starts a new line</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>litedeck::ConnectDialog</name>
    <message>
        <source>active</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>suspended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking whether the server is well…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking for the team…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trying the key…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try the demo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look around with a server inside the program; nothing is sent and nothing costs anything.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect to a gateway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Litedeck talks to a SaaS LiteLLM gateway on behalf of one team.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connected: team %1, %2, %3</source>
        <extracomment>%1 is a team&apos;s name, %2 its status such as &quot;active&quot;, %3 such as &quot;412 credits&quot;.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test connection</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>litedeck::ConversationListModel</name>
    <message>
        <source>New chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>litedeck::CostLine</name>
    <message>
        <source>%1 in, %2 out</source>
        <extracomment>Tokens read and written by the model.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first text after %1</source>
        <extracomment>%1 is a duration such as &quot;840 ms&quot;.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 in all</source>
        <extracomment>%1 is a duration such as &quot;4.2 s&quot;.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>litedeck::CreditsCard</name>
    <message>
        <source>Credits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allocated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Credit limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Credits left: not known yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>left of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Credits: %1 %2</source>
        <extracomment>Read aloud by screen readers: %1 is a number, %2 a text such as &quot;left of 1,000&quot;.</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>litedeck::DiagnosticsPage</name>
    <message>
        <source>Diagnostics</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>litedeck::EmptyState</name>
    <message>
        <source>%1. %2</source>
        <extracomment>Read aloud by screen readers: %1 is a title, %2 a sentence.</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>litedeck::EntryChrome</name>
    <message>
        <source>You</source>
        <extracomment>Name above the user&apos;s own messages.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assistant</source>
        <extracomment>Name above a reply of an unknown model.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You: %1</source>
        <extracomment>A message as a screen reader says it; %1 is the whole text.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assistant: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Regenerate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error details</source>
        <extracomment>Shows what is known about an error.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Job details</source>
        <extracomment>Shows the job that a reply belongs to.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied</source>
        <extracomment>Stands on a Copy button for a moment after it was pressed.</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>litedeck::ErrorEntryView</name>
    <message>
        <source>Show turn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show team</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show diagnostics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel retry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In whose hands: %1</source>
        <extracomment>Read aloud by screen readers: %1 is a person or thing, such as &quot;The model&apos;s provider&quot;.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n time(s) since %1</source>
        <extracomment>How often one error came: %1 is a time of day.</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Attempt %1 of %2 follows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>attempt %1 of %2, now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>attempt %1 of %2, again in %3</source>
        <extracomment>The next try of a call: %1 of %2 attempts, in %3, such as &quot;6 s&quot;.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>litedeck::ErrorEvidence</name>
    <message>
        <source>HTTP status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inner status</source>
        <extracomment>The status that the provider gave the gateway, as told in the text of the failure.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class</source>
        <extracomment>The exception class in LiteLLM&apos;s terms, such as RateLimitError (429).</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Job</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>litedeck::ErrorLaneView</name>
    <message>
        <source>Can be retried</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing waits for another try.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing needs a person.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <extracomment>How many errors a list has, read aloud by screen readers.</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>litedeck::ErrorPanel</name>
    <message>
        <source>Errors</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>litedeck::ErrorReport</name>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repeated</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n time(s) since %1</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>In whose hands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Effect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole text, with secrets taken out:</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>litedeck::ErrorTexts</name>
    <message>
        <source>No connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection is not secure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No answer in time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reply was cut off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An answer that makes no sense</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server points somewhere else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls are paused after many failures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The virtual key was refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider refused the gateway&apos;s key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gateway has no key for this provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not allowed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The team is suspended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The team is paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No credits left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The team may not use this model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request was refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parts of the request are not valid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The job is gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model does not exist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The conversation is too long for this model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider&apos;s content policy refused this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request is larger than the limit allows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rate limit reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The account with the provider is used up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gateway&apos;s budget is used up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider is overloaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service is not available</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This server cannot do that</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something unexpected happened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider answered %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the network and the server&apos;s address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask whoever runs the gateway about its certificate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again; a shorter question or another model may answer sooner.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What had arrived is kept. Continue goes on from there in a new call.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that the address is a SaaS LiteLLM gateway, or tell whoever runs it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the server&apos;s address. The key was not sent to the other place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Litedeck asks the server whether it is well and goes on by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter another virtual key, or ask your team&apos;s administrator for one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whoever runs the gateway has to mend the provider&apos;s credentials. Another model may work meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that the team belongs to this key, or ask your team&apos;s administrator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask your team&apos;s administrator. Your text is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask your team&apos;s administrator to add credits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another model, or ask your team&apos;s administrator for access.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the request; the same one will be refused again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the team&apos;s name and the server&apos;s address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send the message again; it gets a new job.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin a new chat, or choose a model with a larger context.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put it in other words, or choose another model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shorten the message or the conversation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait a moment and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whoever pays the provider has to raise the quota. Another model may work meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask your team&apos;s administrator to raise the budget.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again later, or choose another model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again. If it stays, tell whoever runs the gateway.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another way of calling is used instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the details, and try again if they make sense to you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your team&apos;s administrator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model&apos;s provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whoever runs the gateway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The makers of Litedeck</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request never left this computer; nothing was charged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server refused the request; nothing was charged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request was sent, but nobody said whether it ran; it may have been charged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request ran and may have been charged.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>litedeck::EvidenceDialog</name>
    <message>
        <source>Evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Original text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There was no text: nothing came back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys and passwords have been taken out.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>litedeck::FactList</name>
    <message>
        <source>%1: %2</source>
        <extracomment>Read aloud by screen readers: %1 is a label such as &quot;Model&quot;, %2 its value.</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>litedeck::FetchProblem</name>
    <message>
        <source>The team is suspended, so the server answers nothing to its key. Ask your organisation&apos;s admin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The team is paused, so the server answers nothing to its key. Ask your organisation&apos;s admin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server refused the team&apos;s virtual key. Check it in the settings, or ask your team&apos;s admin for a new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This key may not see it. Ask your team&apos;s admin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server does not know it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server could not be reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server did not answer in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too many requests failed in a row; waiting until the server is well again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server&apos;s answer could not be understood.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server answered with an error (%1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It could not be fetched.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>litedeck::Format</name>
    <message>
        <source>less than %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>$%1</source>
        <extracomment>An amount of US dollars.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not reported</source>
        <extracomment>In place of a cost or a number of tokens that the server did not tell.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about %1</source>
        <extracomment>%1 is an estimated amount, such as &quot;$0.0042&quot; or &quot;1,234 tokens&quot;.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln token(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 credits</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln credit(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>just now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 d ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as of %1, %2</source>
        <extracomment>%1 is a time of day, %2 how long ago that was, such as &quot;2 min ago&quot;.</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>litedeck::InlineNotice</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>litedeck::JobCostsView</name>
    <message>
        <source>Retry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading costs…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total cost: %1</source>
        <extracomment>Read aloud by screen readers; %1 is an amount or &quot;not reported&quot;.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No calls recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln call(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>%1 is a text such as &quot;4 calls&quot;, %2 the name of a model.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 of them without a reported cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1; the server booked neither tokens nor a cost</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>litedeck::JobDetails</name>
    <message>
        <source>Copy job id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy error text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server recorded no reason for the failure.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Started by</source>
        <extracomment>The user who started a job.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Created</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waited</source>
        <extracomment>How long a job waited before its work began.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duration</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>litedeck::JobInspector</name>
    <message>
        <source>Job details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close job details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Costs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Metadata</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No job selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a job to see when it ran, what it cost and why it failed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading the job…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The job could not be loaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The costs could not be loaded. %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>litedeck::JobWords</name>
    <message>
        <source>Pending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Completed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Charged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ran, not charged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not charged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The job completed, but the server has not marked it as charged. Usually the balance was too low; a job that was completed twice loses the mark too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>under 1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not recorded</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>litedeck::JobsModel</name>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Created</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Credit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>litedeck::JobsPage</name>
    <message>
        <source>Retry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list could not be refreshed. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No job matches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of the jobs has this status and these words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading jobs…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The newest come first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The jobs could not be loaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No jobs yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each message that you send and each program that calls with the team&apos;s key makes one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln job(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>%1 is a number, %2 a text such as &quot;300 jobs&quot;.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, loading…</source>
        <extracomment>%1 is a text such as &quot;300 jobs&quot;; more are being fetched.</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>litedeck::JobsToolbar</name>
    <message>
        <source>Refresh jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load older jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search id, type, model, error, metadata</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Job status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <extracomment>All statuses of jobs.</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>litedeck::LedgerCard</name>
    <message>
        <source>Newest transactions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy job id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 Shown is what was fetched before, %2.</source>
        <extracomment>%1 says why, in sentences; %2 is a text such as &quot;as of 09:14, 2 min ago&quot;.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The transactions cannot be seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading transactions…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No transactions yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each charged job and each added credit makes a line.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>litedeck::MainWindow</name>
    <message>
        <source>%1 – Litedeck</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>litedeck::MetricsCard</name>
    <message>
        <source>Endpoints</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset metrics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No request has been made yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Metrics by endpoint</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>litedeck::MetricsModel</name>
    <message>
        <source>%1 %</source>
        <extracomment>A share in percent, such as &quot;12.5 %&quot;.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Endpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Errors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Average</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p95</source>
        <extracomment>The 95th percentile of the latencies.</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>litedeck::NavigationRail</name>
    <message>
        <source>Chats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Team</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jobs</source>
        <extracomment>Page with the team&apos;s jobs: units of work that are paid for with credits.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Diagnostics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>%1 is the name of a page, %2 a keyboard shortcut.</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>litedeck::ProfileForm</name>
    <message>
        <source>Enter the server&apos;s address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the team&apos;s name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not an address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin the address with https:// or http://.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name of the server is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave user name and password out of the address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave out everything from the ? or # on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The second server is the same as the first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Team</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Virtual key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you call this connection; may stay empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your team&apos;s administrator gives it out. It is kept in the keychain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the virtual key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>http:// is not encrypted: others on the way can read the key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show key</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>litedeck::RailButton</name>
    <message numerus="yes">
        <source>%n item(s) need attention</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>litedeck::Readout</name>
    <message>
        <source>%1: %2</source>
        <extracomment>Read aloud by screen readers: %1 is a label such as &quot;Credits&quot;, %2 its value.</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>litedeck::RequestDetails</name>
    <message>
        <source>Request details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy request details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close request details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Effect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attempt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Times sent</source>
        <extracomment>How often the bytes of one attempt left this computer.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>litedeck::RequestLogModel</name>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Effect</source>
        <extracomment>What a request did on the server: done, rejected, not sent, unclear.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attempt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>litedeck::RequestLogView</name>
    <message>
        <source>Failures only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter path, result, request id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No requests yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each attempt is listed here as it ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No request fits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other words, or all results, may find it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>litedeck::RequestWords</name>
    <message>
        <source>complete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>host not found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not secure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>connecting took too long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no answer in time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>went silent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>took too long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cut off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>redirect refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not HTTP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>A reply that began with an HTTP status (%1) and did not end well (%2).</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rejected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unclear</source>
        <extracomment>Whether the server did what it was asked is not known.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done</source>
        <extracomment>The server did what it was asked.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls go through</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls are paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking the server</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>litedeck::ServerCard</name>
    <message>
        <source>Server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time to the next probe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset circuit breaker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let calls through again now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bounds the retries of all calls together; each success gives a part of one back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Team</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Circuit breaker: %1</source>
        <extracomment>Read aloud by screen readers: %1 is such as &quot;Calls go through&quot;.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>next probe in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failures</source>
        <extracomment>Failures in a row (%1), of those at which calls are paused (%2).</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 in a row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 retries left</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>litedeck::SettingsDialog</name>
    <message>
        <source>Enter sends the message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Like the desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change server or key…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change server or key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Further tries after a failure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls that may have been charged are never repeated by themselves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Otherwise Ctrl+Enter sends, and Enter begins a new line.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>litedeck::TeamPage</name>
    <message numerus="yes">
        <source>%1 and %Ln more</source>
        <extracomment>%1 is a list of names; %Ln more are left out.</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh team</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How work is charged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Access</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Team</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Team status: %1</source>
        <extracomment>Read aloud by screen readers: %1 is a status such as &quot;Active&quot;.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Auto refill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last refill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Access groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The account could not be refreshed. %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>litedeck::TeamWords</name>
    <message>
        <source>Active</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Out of credits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suspended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The team may send calls.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No credits are left. The server still runs jobs but cannot charge them; ask your organisation&apos;s admin to add credits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server refuses every call of this team. Only your organisation&apos;s admin can lift the suspension; ask them for the reason.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server refuses calls for the time being. Your organisation&apos;s admin can resume the team.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server did not say whether the team may send calls.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Litedeck does not know this status. The server refuses calls of teams that are not active; ask your organisation&apos;s admin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One credit for each completed job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 credits per US dollar of model cost</source>
        <extracomment>%1 is a number, such as 10 or 2.5.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One credit for each %1 tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server did not say how credits are counted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>%1 is a text such as &quot;500 credits&quot;, %2 the server&apos;s word for a period, such as &quot;monthly&quot;.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Job charged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Credits added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refund</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Subscription payment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One-time payment</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>litedeck::TransactionModel</name>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Credits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Balance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Job</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>litedeck::Workspace</name>
    <message>
        <source>The conversations in %1 were written by a newer Litedeck. The file is left as it is; this run keeps nothing. Update Litedeck to see them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file with the conversations was damaged. It is kept as %1, and a new one was begun.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another Litedeck has the conversations open. This run keeps nothing; close the other one and start again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conversations cannot be kept in %1 (%2). This run goes on in memory; export what you need before you close it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full: what arrives now is not kept. Make room; Litedeck tries again by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conversations could not be written: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Litedeck ended while replies were arriving. Recovered %n character(s).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
</TS>
