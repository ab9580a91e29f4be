<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
<context>
    <name>litedeck::AccountBar</name>
    <message>
        <source>Server: %1</source>
        <translation>Server: %1</translation>
    </message>
    <message>
        <source>Server: %1, connected</source>
        <translation>Server: %1, verbunden</translation>
    </message>
    <message>
        <source>Server: %1, not reachable</source>
        <translation>Server: %1, nicht erreichbar</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Aktualisieren</translation>
    </message>
    <message>
        <source>Show the team&apos;s account</source>
        <translation>Konto des Teams anzeigen</translation>
    </message>
    <message>
        <source>No server chosen</source>
        <translation>Kein Server gewählt</translation>
    </message>
    <message>
        <source>Updated %1</source>
        <extracomment>%1 is an age such as &quot;2 min ago&quot;.</extracomment>
        <translation>Aktualisiert %1</translation>
    </message>
    <message>
        <source>last known, %1</source>
        <extracomment>The credits beside it are not of now; %1 is a time such as &quot;09:14&quot;.</extracomment>
        <translation>zuletzt bekannt, %1</translation>
    </message>
    <message>
        <source>Team status: key refused</source>
        <translation>Teamstatus: Schlüssel abgelehnt</translation>
    </message>
    <message>
        <source>Server: %1, calls are paused</source>
        <translation>Server: %1, Aufrufe pausieren</translation>
    </message>
    <message>
        <source>Server: %1, refuses the key</source>
        <translation>Server: %1, lehnt den Schlüssel ab</translation>
    </message>
</context>
<context>
    <name>litedeck::AlertWords</name>
    <message>
        <source>Only %1 left.</source>
        <extracomment>%1 is a text such as &quot;412 credits&quot;.</extracomment>
        <translation>Nur noch %1 übrig.</translation>
    </message>
    <message>
        <source>At this pace the credits last %1.</source>
        <extracomment>%1 is a number of days such as &quot;3 days&quot; or &quot;less than a day&quot;.</extracomment>
        <translation>Bei diesem Tempo reichen die Credits %1.</translation>
    </message>
    <message>
        <source>The team&apos;s status has changed.</source>
        <translation>Der Status des Teams hat sich geändert.</translation>
    </message>
    <message>
        <source>%1 % of the jobs of the last 24 hours failed.</source>
        <extracomment>%1 is a percentage.</extracomment>
        <translation>%1 % der Jobs der letzten 24 Stunden sind fehlgeschlagen.</translation>
    </message>
    <message>
        <source>Your team is active again. Messages can be sent, and queued ones go out.</source>
        <translation>Ihr Team ist wieder aktiv. Nachrichten können gesendet werden, und eingereihte gehen hinaus.</translation>
    </message>
    <message>
        <source>%1 % of a budget is used (%2).</source>
        <extracomment>%1 is a percentage, %2 names a budget, such as &quot;Key “deck”&quot; or &quot;You in this team&quot;.</extracomment>
        <translation>%1 % eines Budgets sind verbraucht (%2).</translation>
    </message>
    <message>
        <source>Your key has expired. Ask for a new one.</source>
        <translation>Ihr Schlüssel ist abgelaufen. Bitten Sie um einen neuen.</translation>
    </message>
    <message>
        <source>Your key expires in %1. Ask for a new one in time.</source>
        <extracomment>%1 is a number of days such as &quot;3 days&quot; or &quot;less than a day&quot;.</extracomment>
        <translation>Ihr Schlüssel läuft in %1 ab. Bitten Sie rechtzeitig um einen neuen.</translation>
    </message>
</context>
<context>
    <name>litedeck::AlertsDialog</name>
    <message>
        <source>Alerts</source>
        <translation>Warnungen</translation>
    </message>
    <message>
        <source>Tell me once, each time one of these comes to pass:</source>
        <translation>Einmal melden, sobald eines davon eintritt:</translation>
    </message>
    <message>
        <source>Credits fall below</source>
        <translation>Credits fallen unter</translation>
    </message>
    <message>
        <source>The runway falls below</source>
        <translation>Die Reichweite fällt unter</translation>
    </message>
    <message>
        <source> days</source>
        <translation> Tage</translation>
    </message>
    <message>
        <source>Failed jobs of a day exceed</source>
        <translation>Fehlgeschlagene Jobs eines Tages über</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>The team&apos;s status changes</source>
        <translation>Der Status des Teams ändert sich</translation>
    </message>
    <message>
        <source>Also show alerts on the desktop</source>
        <translation>Warnungen auch auf dem Desktop zeigen</translation>
    </message>
    <message>
        <source>Used of a budget reaches</source>
        <translation>Verbrauch eines Budgets erreicht</translation>
    </message>
    <message>
        <source>Failed requests of a day exceed</source>
        <translation>Fehlgeschlagene Anfragen eines Tages über</translation>
    </message>
</context>
<context>
    <name>litedeck::AllowanceWords</name>
    <message>
        <source>Credits: not known yet</source>
        <translation>Credits: noch nicht bekannt</translation>
    </message>
    <message>
        <source>Budget: %1 used, no limit</source>
        <extracomment>%1 is a number of credits or an amount of dollars.</extracomment>
        <translation>Budget: %1 verbraucht, ohne Grenze</translation>
    </message>
    <message>
        <source>Credits: %1 used, no limit</source>
        <translation>Credits: %1 verbraucht, ohne Grenze</translation>
    </message>
    <message>
        <source>Budget: %1</source>
        <translation>Budget: %1</translation>
    </message>
    <message>
        <source>Credits: %1</source>
        <translation>Credits: %1</translation>
    </message>
    <message>
        <source>Budget: %1 of %2</source>
        <extracomment>%1 is what is left of %2.</extracomment>
        <translation>Budget: %1 von %2</translation>
    </message>
    <message>
        <source>Credits: %1 of %2</source>
        <translation>Credits: %1 von %2</translation>
    </message>
    <message>
        <source>not known yet</source>
        <translation>noch nicht bekannt</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>ohne Grenze</translation>
    </message>
    <message>
        <source>%1 used, no limit</source>
        <translation>%1 verbraucht, ohne Grenze</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>%1 übrig</translation>
    </message>
    <message>
        <source>%1 of %2 left</source>
        <translation>%1 von %2 übrig</translation>
    </message>
    <message>
        <source>%1; begins again %2</source>
        <extracomment>%1 is a text such as &quot;$0.42 of $2.00 left&quot;, %2 says when use begins again.</extracomment>
        <translation>%1; beginnt neu %2</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>Team “%1”</source>
        <translation>Team „%1“</translation>
    </message>
    <message>
        <source>This key</source>
        <translation>Dieser Schlüssel</translation>
    </message>
    <message>
        <source>Key “%1”</source>
        <translation>Schlüssel „%1“</translation>
    </message>
    <message>
        <source>You in this team</source>
        <translation>Sie in diesem Team</translation>
    </message>
    <message>
        <source>You in all teams</source>
        <translation>Sie in allen Teams</translation>
    </message>
    <message>
        <source>Another budget</source>
        <translation>Ein anderes Budget</translation>
    </message>
    <message>
        <source>Budget: not known yet</source>
        <translation>Budget: noch nicht bekannt</translation>
    </message>
    <message>
        <source>%1 used of %2, %3 left</source>
        <extracomment>%1 and %2 are what is used of how much, %3 what is left.</extracomment>
        <translation>%1 von %2 verbraucht, %3 übrig</translation>
    </message>
    <message>
        <source>%1, then %2</source>
        <extracomment>%1 is a date and time, %2 a text such as &quot;every 30 days&quot;.</extracomment>
        <translation>%1, dann %2</translation>
    </message>
    <message>
        <source>every %1</source>
        <extracomment>%1 is the server&apos;s word for a period that we do not know.</extracomment>
        <translation>alle %1</translation>
    </message>
    <message>
        <source>every second</source>
        <translation>jede Sekunde</translation>
    </message>
    <message>
        <source>every %1 seconds</source>
        <translation>alle %1 Sekunden</translation>
    </message>
    <message>
        <source>every minute</source>
        <translation>jede Minute</translation>
    </message>
    <message>
        <source>every %1 minutes</source>
        <translation>alle %1 Minuten</translation>
    </message>
    <message>
        <source>every hour</source>
        <translation>jede Stunde</translation>
    </message>
    <message>
        <source>every %1 hours</source>
        <translation>alle %1 Stunden</translation>
    </message>
    <message>
        <source>every day</source>
        <translation>jeden Tag</translation>
    </message>
    <message>
        <source>every %1 days</source>
        <translation>alle %1 Tage</translation>
    </message>
    <message>
        <source>every month</source>
        <translation>jeden Monat</translation>
    </message>
    <message>
        <source>every %1 months</source>
        <translation>alle %1 Monate</translation>
    </message>
    <message>
        <source>lasts to the reset on %1</source>
        <extracomment>%1 is a day such as &quot;1 Dec&quot;.</extracomment>
        <translation>reicht bis zum Neubeginn am %1</translation>
    </message>
    <message>
        <source>used up today at this pace</source>
        <translation>bei diesem Tempo heute verbraucht</translation>
    </message>
    <message>
        <source>used up on %1 at this pace</source>
        <extracomment>%1 is a day of the week, or a day such as &quot;12 Dec&quot;.</extracomment>
        <translation>bei diesem Tempo am %1 verbraucht</translation>
    </message>
    <message>
        <source>d MMM</source>
        <extracomment>A day without its year, in the letters of QLocale::toString().</extracomment>
        <translation>d. MMM</translation>
    </message>
    <message>
        <source>until %1 %2</source>
        <extracomment>%1 is a day such as &quot;2 Dec&quot;, %2 a time of day.</extracomment>
        <translation>bis %1 %2</translation>
    </message>
</context>
<context>
    <name>litedeck::Application</name>
    <message>
        <source>Litedeck</source>
        <translation>Litedeck</translation>
    </message>
    <message>
        <source>%1 cannot be used to keep data. Start Litedeck with --data-dir and a directory that can be written.</source>
        <translation>In %1 können keine Daten gespeichert werden. Starten Sie Litedeck mit --data-dir und einem beschreibbaren Verzeichnis.</translation>
    </message>
    <message>
        <source>Demo</source>
        <translation>Demo</translation>
    </message>
    <message>
        <source>There is no connection “%1”.</source>
        <translation>Es gibt keine Verbindung „%1“.</translation>
    </message>
    <message>
        <source>More than one connection is called “%1”.</source>
        <translation>Mehr als eine Verbindung heißt „%1“.</translation>
    </message>
    <message>
        <source>http:// is not encrypted: others on the way to %1 can read the virtual key. Use https://, or add --allow-http.</source>
        <translation>http:// ist nicht verschlüsselt: Andere auf dem Weg zu %1 können den virtuellen Schlüssel lesen. Nehmen Sie https://, oder fügen Sie --allow-http hinzu.</translation>
    </message>
</context>
<context>
    <name>litedeck::AskAgain</name>
    <message>
        <source>The first message may still be charged. Ask again all the same?</source>
        <translation>Die erste Nachricht wird vielleicht noch abgerechnet. Trotzdem noch einmal fragen?</translation>
    </message>
    <message>
        <source>The first reply was charged. Asking again costs once more.</source>
        <translation>Die erste Antwort wurde abgerechnet. Noch einmal zu fragen kostet noch einmal.</translation>
    </message>
    <message>
        <source>Ask again?</source>
        <translation>Noch einmal fragen?</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Noch einmal fragen</translation>
    </message>
</context>
<context>
    <name>litedeck::AttachmentBar</name>
    <message>
        <source>%1 cannot be read. %2</source>
        <extracomment>%1 is a file name, %2 the system&apos;s words, such as &quot;Permission denied&quot;.</extracomment>
        <translation>%1 kann nicht gelesen werden. %2</translation>
    </message>
    <message>
        <source>%1 is empty.</source>
        <translation>%1 ist leer.</translation>
    </message>
    <message>
        <source>%1 is larger than the %2 that an image may have.</source>
        <extracomment>%1 is a file name, %2 a size such as &quot;5 MB&quot;.</extracomment>
        <translation>%1 ist größer als die %2, die ein Bild haben darf.</translation>
    </message>
    <message>
        <source>%1 is larger than the %2 that a text file may have.</source>
        <extracomment>%1 is a file name, %2 a size such as &quot;512 kB&quot;.</extracomment>
        <translation>%1 ist größer als die %2, die eine Textdatei haben darf.</translation>
    </message>
    <message>
        <source>%1 is neither text nor a PNG, JPEG, GIF or WebP image.</source>
        <translation>%1 ist weder Text noch ein Bild als PNG, JPEG, GIF oder WebP.</translation>
    </message>
    <message>
        <source>Attachments</source>
        <translation>Anhänge</translation>
    </message>
    <message>
        <source>Text files up to %1, images up to %2, at most %3 files</source>
        <extracomment>%1 and %2 are sizes such as &quot;5 MB&quot;, %3 a number.</extracomment>
        <translation>Textdateien bis %1, Bilder bis %2, höchstens %3 Dateien</translation>
    </message>
    <message numerus="yes">
        <source>At most %n file(s) go along with a message.</source>
        <translation>
            <numerusform>Höchstens %n Datei geht mit einer Nachricht mit.</numerusform>
            <numerusform>Höchstens %n Dateien gehen mit einer Nachricht mit.</numerusform>
        </translation>
    </message>
    <message>
        <source>Pasted image.png</source>
        <translation>Eingefügtes Bild.png</translation>
    </message>
    <message>
        <source>Remove %1, %2</source>
        <extracomment>%1 is a file name, %2 its size and perhaps what became of it.</extracomment>
        <translation>%1 entfernen, %2</translation>
    </message>
    <message>
        <source>changed since</source>
        <extracomment>Said of a file.</extracomment>
        <translation>seither geändert</translation>
    </message>
    <message>
        <source>no longer there</source>
        <extracomment>Said of a file that was deleted or moved.</extracomment>
        <translation>nicht mehr da</translation>
    </message>
    <message>
        <source>What the file held when it was attached goes along.</source>
        <translation>Mit geht, was die Datei beim Anhängen enthielt.</translation>
    </message>
</context>
<context>
    <name>litedeck::BillingChoice</name>
    <message>
        <source>Each message is a job of its own: one credit a message</source>
        <translation>Jede Nachricht ist ein eigener Job: ein Credit je Nachricht</translation>
    </message>
    <message>
        <source>Each message is a job of its own: charged when it is answered</source>
        <translation>Jede Nachricht ist ein eigener Job: berechnet, wenn sie beantwortet ist</translation>
    </message>
    <message>
        <source>Your team pays one credit for each completed job, whatever its length: a long chat costs less as one job.</source>
        <translation>Ihr Team zahlt einen Credit je abgeschlossenem Job, gleich wie lang: Ein langer Chat kostet als ein Job weniger.</translation>
    </message>
    <message>
        <source>The server did not say how your team&apos;s credits are counted.</source>
        <translation>Der Server hat nicht gesagt, wie die Credits Ihres Teams gezählt werden.</translation>
    </message>
    <message>
        <source>The whole chat is one job: charged once, when you finish it</source>
        <translation>Der ganze Chat ist ein Job: einmal berechnet, wenn Sie ihn abschließen</translation>
    </message>
    <message>
        <source>Each message is a job of its own: about %1 a message</source>
        <extracomment>%1 is such as &quot;1 credit&quot;.</extracomment>
        <translation>Jede Nachricht ist ein eigener Job: etwa %1 je Nachricht</translation>
    </message>
    <message>
        <source>%1, but at least one credit: so is a chat charged that is one job. A message that is a job of its own takes %2 on this server, whatever its length. So long messages cost less on their own, and many short ones cost less as one job.</source>
        <extracomment>%1 is such as &quot;One credit for each 10,000 tokens&quot;, %2 such as &quot;1 credit&quot;.</extracomment>
        <translation>%1, aber mindestens ein Credit: So wird ein Chat abgerechnet, der ein Job ist. Eine Nachricht, die ein eigener Job ist, kostet auf diesem Server %2, egal wie lang sie ist. Lange Nachrichten kosten also einzeln weniger, viele kurze als ein Job.</translation>
    </message>
    <message>
        <source>%1, but at least one credit for a job: many short messages cost less as one job.</source>
        <extracomment>%1 is such as &quot;One credit for each 10,000 tokens&quot;.</extracomment>
        <translation>%1, aber mindestens ein Credit je Job: Viele kurze Nachrichten kosten als ein Job weniger.</translation>
    </message>
</context>
<context>
    <name>litedeck::BudgetRows</name>
    <message>
        <source>%1; %2</source>
        <extracomment>%1 is what is used of a budget, %2 a text such as &quot;lasts to the reset on 1 Dec&quot;.</extracomment>
        <translation>%1; %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>Read aloud by screen readers: %1 names a budget, %2 says what is used of it.</extracomment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>litedeck::CallsModel</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Tokens of the prompt</source>
        <translation>Tokens der Eingabe</translation>
    </message>
    <message>
        <source>Tokens of the reply</source>
        <translation>Tokens der Antwort</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>Zweck</translation>
    </message>
    <message>
        <source>In</source>
        <extracomment>Column: tokens of the prompt.</extracomment>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Out</source>
        <extracomment>Column: tokens of the reply.</extracomment>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>Latenz</translation>
    </message>
    <message>
        <source>failed</source>
        <extracomment>In place of the cost of a call.</extracomment>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>The call failed: %1</source>
        <extracomment>%1 is an error text or &quot;Not recorded&quot;.</extracomment>
        <translation>Der Aufruf ist fehlgeschlagen: %1</translation>
    </message>
</context>
<context>
    <name>litedeck::ChatPage</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Deleted “%1”</source>
        <translation>„%1“ gelöscht</translation>
    </message>
    <message>
        <source>Ctrl+Z in the list of chats brings the last one back</source>
        <translation>Strg+Z in der Liste der Chats holt den letzten zurück</translation>
    </message>
    <message numerus="yes">
        <source>Deleted “%1”, and %n more before it</source>
        <translation>
            <numerusform>„%1“ gelöscht, und %n weiterer davor</numerusform>
            <numerusform>„%1“ gelöscht, und %n weitere davor</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>litedeck::ChatStage</name>
    <message>
        <source>Choose a model below and write a message. Each message is a job of its own, and its cost stands under the reply.</source>
        <translation>Wählen Sie unten ein Modell und schreiben Sie eine Nachricht. Jede Nachricht ist ein eigener Job; seine Kosten stehen unter der Antwort.</translation>
    </message>
    <message>
        <source>Choose a model below and write a message. The whole chat is one job, which is charged when you finish it; what each reply took stands under it.</source>
        <translation>Wählen Sie unten ein Modell und schreiben Sie eine Nachricht. Der ganze Chat ist ein Job, der berechnet wird, wenn Sie ihn abschließen; was jede Antwort gebraucht hat, steht darunter.</translation>
    </message>
    <message>
        <source>Start a conversation</source>
        <translation>Eine Unterhaltung beginnen</translation>
    </message>
    <message>
        <source>Opening the chat…</source>
        <translation>Der Chat wird geöffnet …</translation>
    </message>
    <message>
        <source>It is being read from disk.</source>
        <translation>Er wird von der Festplatte gelesen.</translation>
    </message>
    <message>
        <source>This chat cannot be opened</source>
        <translation>Dieser Chat lässt sich nicht öffnen</translation>
    </message>
    <message>
        <source>It could not be read from disk, or it was deleted.</source>
        <translation>Er konnte nicht gelesen werden, oder er wurde gelöscht.</translation>
    </message>
    <message>
        <source>Choose a model below and write a message. Its cost stands under the reply.</source>
        <translation>Wählen Sie unten ein Modell und schreiben Sie eine Nachricht. Was sie kostet, steht unter der Antwort.</translation>
    </message>
</context>
<context>
    <name>litedeck::ChatView</name>
    <message>
        <source>Continue exactly where you stopped.</source>
        <translation>Bitte genau dort fortfahren, wo die Antwort aufgehört hat.</translation>
    </message>
    <message>
        <source>Another reply of this chat is on its way. Wait for its end, or stop it.</source>
        <translation>Eine andere Antwort dieses Chats ist unterwegs. Warten Sie ihr Ende ab oder stoppen Sie sie.</translation>
    </message>
    <message>
        <source>Opening the chat. What you write here is for it</source>
        <translation>Der Chat wird geöffnet. Was Sie hier schreiben, ist für ihn</translation>
    </message>
    <message>
        <source>This chat cannot be opened</source>
        <translation>Dieser Chat lässt sich nicht öffnen</translation>
    </message>
</context>
<context>
    <name>litedeck::CommandLine</name>
    <message>
        <source>Try the program with a gateway inside it.</source>
        <translation>Das Programm mit einem eingebauten Gateway ausprobieren.</translation>
    </message>
    <message>
        <source>Keep conversations and settings there.</source>
        <translation>Unterhaltungen und Einstellungen dort speichern.</translation>
    </message>
    <message>
        <source>debug, info, warning or critical.</source>
        <translation>debug, info, warning oder critical.</translation>
    </message>
    <message>
        <source>Show this help.</source>
        <translation>Diese Hilfe anzeigen.</translation>
    </message>
    <message>
        <source>Show the version.</source>
        <translation>Die Version anzeigen.</translation>
    </message>
    <message>
        <source>Scenarios of --demo=SCENARIO: %1</source>
        <translation>Szenarien für --demo=SCENARIO: %1</translation>
    </message>
    <message>
        <source>The virtual key comes from the keychain or from the environment variable LITEDECK_VIRTUAL_KEY.</source>
        <translation>Der virtuelle Schlüssel kommt aus dem Schlüsselbund oder aus der Umgebungsvariablen LITEDECK_VIRTUAL_KEY.</translation>
    </message>
    <message>
        <source>“%1” is not an option. Try --help.</source>
        <translation>„%1“ ist keine Option. Siehe --help.</translation>
    </message>
    <message>
        <source>There is no demo scenario “%1”. There are: %2</source>
        <translation>Es gibt kein Demo-Szenario „%1“. Es gibt: %2</translation>
    </message>
    <message>
        <source>“%1” is not a server&apos;s address; it looks like https://gateway.example.com.</source>
        <translation>„%1“ ist keine Serveradresse; eine solche sieht aus wie https://gateway.example.com.</translation>
    </message>
    <message>
        <source>--demo brings its own server; leave out --server and --team.</source>
        <translation>--demo bringt einen eigenen Server mit; lassen Sie --server und --team weg.</translation>
    </message>
    <message>
        <source>“%1” is not a log level. There are: %2</source>
        <translation>„%1“ ist keine Protokollstufe. Es gibt: %2</translation>
    </message>
    <message>
        <source>Send the key to a http:// address, where others on the way can read it.</source>
        <translation>Den Schlüssel auch an eine http://-Adresse senden, wo andere ihn unterwegs lesen können.</translation>
    </message>
    <message>
        <source>Use the connection of this name.</source>
        <translation>Die Verbindung dieses Namens verwenden.</translation>
    </message>
    <message>
        <source>Chat with the models of a LiteLLM proxy or of SaaS LiteLLM, and see what each call costs, what is left, and why something failed.</source>
        <translation>Mit den Modellen eines LiteLLM-Proxys oder von SaaS LiteLLM chatten und sehen, was jeder Aufruf kostet, was übrig ist und warum etwas fehlschlug.</translation>
    </message>
    <message>
        <source>The address of a LiteLLM proxy, or of SaaS LiteLLM with --team.</source>
        <translation>Die Adresse eines LiteLLM-Proxys oder, mit --team, von SaaS LiteLLM.</translation>
    </message>
    <message>
        <source>The team&apos;s id, for SaaS LiteLLM.</source>
        <translation>Die Kennung des Teams, für SaaS LiteLLM.</translation>
    </message>
    <message>
        <source>--team goes with --server.</source>
        <translation>--team gehört zu --server.</translation>
    </message>
</context>
<context>
    <name>litedeck::Composer</name>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>Write a message</source>
        <translation>Nachricht schreiben</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stoppen</translation>
    </message>
    <message>
        <source>Send anyway</source>
        <translation>Trotzdem senden</translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation>Dateien anhängen</translation>
    </message>
    <message>
        <source>Prompts</source>
        <translation>Prompts</translation>
    </message>
    <message>
        <source>Conversation settings</source>
        <translation>Einstellungen der Unterhaltung</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>%1 is the name of a button, %2 its keys.</extracomment>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>litedeck::ComposerHint</name>
    <message>
        <source>New version, Esc cancels: %1</source>
        <extracomment>%1 is an estimate such as &quot;≈ 1,240 tokens, ≈ $0.0012, 1 credit&quot;.</extracomment>
        <translation>Neue Fassung, Esc bricht ab: %1</translation>
    </message>
    <message>
        <source>Esc stops waiting; the gateway may still finish and charge the call</source>
        <translation>Esc beendet das Warten; das Gateway kann den Aufruf trotzdem zu Ende führen und abrechnen</translation>
    </message>
    <message>
        <source>Esc stops and keeps what has arrived</source>
        <translation>Esc stoppt; was angekommen ist, bleibt erhalten</translation>
    </message>
    <message>
        <source>Sends a new version of the message; the old one is kept. Esc cancels</source>
        <translation>Sendet eine neue Fassung der Nachricht; die alte bleibt erhalten. Esc bricht ab</translation>
    </message>
    <message>
        <source>Enter sends, Shift+Enter starts a new line</source>
        <translation>Enter sendet, Umschalt+Enter beginnt eine neue Zeile</translation>
    </message>
    <message>
        <source>Ctrl+Enter sends</source>
        <translation>Strg+Enter sendet</translation>
    </message>
</context>
<context>
    <name>litedeck::ConnectDialog</name>
    <message>
        <source>Trying the key…</source>
        <translation>Schlüssel wird geprüft …</translation>
    </message>
    <message>
        <source>Try the demo</source>
        <translation>Demo ausprobieren</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Connection test</source>
        <translation>Verbindungstest</translation>
    </message>
    <message>
        <source>Look around with a server inside the program; nothing is sent and nothing costs anything.</source>
        <translation>Mit einem Server im Programm umsehen; nichts wird gesendet, nichts kostet etwas.</translation>
    </message>
    <message>
        <source>Connect to a gateway</source>
        <translation>Mit einem Gateway verbinden</translation>
    </message>
    <message>
        <source>Connected: team %1, %2, %3</source>
        <extracomment>%1 is a team&apos;s name, %2 its status such as &quot;active&quot;, %3 such as &quot;412 credits&quot;.</extracomment>
        <translation>Verbunden: Team %1, %2, %3</translation>
    </message>
    <message>
        <source>Cancel test</source>
        <translation>Test abbrechen</translation>
    </message>
    <message>
        <source>Test connection</source>
        <translation>Verbindung testen</translation>
    </message>
    <message>
        <source>Connect to “%1”</source>
        <translation>Mit „%1“ verbinden</translation>
    </message>
    <message>
        <source>Edit “%1”</source>
        <translation>„%1“ bearbeiten</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Asking what server this is…</source>
        <translation>Frage, was für ein Server das ist …</translation>
    </message>
    <message>
        <source>Asking for the account…</source>
        <translation>Frage nach dem Konto …</translation>
    </message>
    <message>
        <source>Litedeck works with a LiteLLM proxy and with SaaS LiteLLM.</source>
        <translation>Litedeck arbeitet mit einem LiteLLM-Proxy und mit SaaS LiteLLM.</translation>
    </message>
    <message>
        <source>This answers neither as a LiteLLM proxy nor as SaaS LiteLLM does. The key was not sent to it; check the address.</source>
        <translation>Das antwortet weder wie ein LiteLLM-Proxy noch wie SaaS LiteLLM. Der Schlüssel wurde nicht dorthin gesendet; prüfen Sie die Adresse.</translation>
    </message>
</context>
<context>
    <name>litedeck::ConnectionDesk</name>
    <message>
        <source>The keychain has no key for “%1”.</source>
        <translation>Im Schlüsselbund ist kein Schlüssel für „%1“.</translation>
    </message>
    <message>
        <source>The keychain did not give out the key of “%1”. Unlock it and start again, or enter the key.</source>
        <translation>Der Schlüsselbund hat den Schlüssel von „%1“ nicht herausgegeben. Entsperren Sie ihn und starten Sie neu, oder geben Sie den Schlüssel ein.</translation>
    </message>
    <message>
        <source>There is no keychain here, so the key is asked for at each start. To change that, install a secret service such as GNOME Keyring, or set LITEDECK_VIRTUAL_KEY.</source>
        <translation>Hier gibt es keinen Schlüsselbund, deshalb wird bei jedem Start nach dem Schlüssel gefragt. Um das zu ändern, installieren Sie einen Dienst wie den GNOME-Schlüsselbund, oder setzen Sie LITEDECK_VIRTUAL_KEY.</translation>
    </message>
    <message>
        <source>The second address is not used. %1</source>
        <translation>Die zweite Adresse wird nicht verwendet. %1</translation>
    </message>
    <message>
        <source>The address of “%1” is not encrypted: others on the way to %2 can read the virtual key and the chats. Send them all the same?</source>
        <translation>Die Adresse von „%1“ ist nicht verschlüsselt: Andere auf dem Weg zu %2 können den virtuellen Schlüssel und die Chats lesen. Trotzdem senden?</translation>
    </message>
    <message>
        <source>Send without encryption</source>
        <translation>Unverschlüsselt senden</translation>
    </message>
    <message>
        <source>Litedeck</source>
        <translation>Litedeck</translation>
    </message>
    <message>
        <source>There is no keychain, so the virtual key is kept for this run only. Install a secret service such as GNOME Keyring, or set LITEDECK_VIRTUAL_KEY.</source>
        <translation>Es gibt keinen Schlüsselbund, deshalb wird der virtuelle Schlüssel nur bis zum Programmende behalten. Installieren Sie einen Dienst wie den GNOME-Schlüsselbund, oder setzen Sie LITEDECK_VIRTUAL_KEY.</translation>
    </message>
    <message>
        <source>Remove the connection “%1”? Its key is forgotten. Its chats stay on this computer, and are there again when you connect to this team again.</source>
        <translation>Die Verbindung „%1“ entfernen? Ihr Schlüssel wird vergessen. Ihre Chats bleiben auf diesem Rechner und sind wieder da, wenn Sie sich erneut mit diesem Team verbinden.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Also delete its chats from this computer</source>
        <translation>Auch ihre Chats von diesem Rechner löschen</translation>
    </message>
    <message>
        <source>Some files of its chats could not be deleted from %1.</source>
        <translation>Einige Dateien ihrer Chats konnten nicht aus %1 gelöscht werden.</translation>
    </message>
</context>
<context>
    <name>litedeck::ConnectionsButton</name>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>Add connection…</source>
        <translation>Verbindung hinzufügen …</translation>
    </message>
    <message>
        <source>Manage connections…</source>
        <translation>Verbindungen verwalten …</translation>
    </message>
</context>
<context>
    <name>litedeck::ConnectionsDialog</name>
    <message>
        <source>Add…</source>
        <translation>Hinzufügen …</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Bearbeiten …</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Entfernen …</translation>
    </message>
    <message>
        <source>Try the demo</source>
        <translation>Demo ausprobieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>Each connection is one team on one server, with chats of its own.</source>
        <translation>Jede Verbindung ist ein Team auf einem Server, mit eigenen Chats.</translation>
    </message>
</context>
<context>
    <name>litedeck::ConnectionsModel</name>
    <message>
        <source>%1 (open)</source>
        <extracomment>The connection %1 is the one that is open now.</extracomment>
        <translation>%1 (offen)</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Team</translation>
    </message>
</context>
<context>
    <name>litedeck::ConversationDelegate</name>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
</context>
<context>
    <name>litedeck::ConversationDocument</name>
    <message>
        <source>Stopped before its end.</source>
        <translation>Vor dem Ende gestoppt.</translation>
    </message>
    <message>
        <source>Ended with an error: %1</source>
        <translation>Mit einem Fehler beendet: %1</translation>
    </message>
    <message>
        <source>Interrupted before its end.</source>
        <translation>Vor dem Ende unterbrochen.</translation>
    </message>
    <message>
        <source>Attached: %1</source>
        <extracomment>%1 is a list of file names.</extracomment>
        <translation>Angehängt: %1</translation>
    </message>
    <message>
        <source>System prompt</source>
        <translation>System-Prompt</translation>
    </message>
    <message>
        <source>You, %1</source>
        <extracomment>Heading above the user&apos;s own messages; %1 is a date with a time.</extracomment>
        <translation>Sie, %1</translation>
    </message>
    <message>
        <source>Assistant</source>
        <translation>Assistent</translation>
    </message>
</context>
<context>
    <name>litedeck::ConversationExchange</name>
    <message>
        <source>It is larger than %1. Import its conversations one by one.</source>
        <translation>Sie ist größer als %1. Importieren Sie die Unterhaltungen einzeln.</translation>
    </message>
    <message>
        <source>It is not JSON: at byte %1, %2.</source>
        <extracomment>%1 is a place in a file, %2 the parser&apos;s words.</extracomment>
        <translation>Sie ist kein JSON: bei Byte %1, %2.</translation>
    </message>
    <message>
        <source>It is JSON, but neither a file that Litedeck exported nor a list of messages with “role” and “content”.</source>
        <translation>Sie ist JSON, aber weder eine von Litedeck exportierte Datei noch eine Liste von Nachrichten mit „role“ und „content“.</translation>
    </message>
    <message>
        <source>A newer Litedeck wrote it. Update Litedeck to import it.</source>
        <translation>Ein neueres Litedeck hat sie geschrieben. Aktualisieren Sie Litedeck, um sie zu importieren.</translation>
    </message>
    <message>
        <source>Part of it does not fit: %1.</source>
        <extracomment>%1 says what was expected where in the file.</extracomment>
        <translation>Ein Teil davon passt nicht: %1.</translation>
    </message>
    <message>
        <source>There is no conversation in it.</source>
        <translation>Sie enthält keine Unterhaltung.</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Nothing was imported from %1. %2</source>
        <extracomment>%1 is a file, %2 why it cannot be imported.</extracomment>
        <translation>Aus %1 wurde nichts importiert. %2</translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) imported.</source>
        <translation>
            <numerusform>%n Unterhaltung importiert.</numerusform>
            <numerusform>%n Unterhaltungen importiert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) of tools were left out.</source>
        <extracomment>Follows &quot;2 conversations imported.&quot;</extracomment>
        <translation>
            <numerusform>%n Nachricht eines Werkzeugs wurde ausgelassen.</numerusform>
            <numerusform>%n Nachrichten von Werkzeugen wurden ausgelassen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>Webseite</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>JSON, to import again</source>
        <extracomment>A file that Litedeck can import again.</extracomment>
        <translation>JSON, zum erneuten Importieren</translation>
    </message>
    <message>
        <source>Export chat</source>
        <translation>Chat exportieren</translation>
    </message>
    <message>
        <source>Import chats</source>
        <translation>Chats importieren</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>It is not a file.</source>
        <translation>Es ist keine Datei.</translation>
    </message>
    <message>
        <source>Exported. No keys or passwords were found in it.</source>
        <translation>Exportiert. Es waren keine Schlüssel oder Passwörter darin.</translation>
    </message>
    <message numerus="yes">
        <source>Exported. %n secret(s) were taken out.</source>
        <translation>
            <numerusform>Exportiert. %n Geheimnis wurde entfernt.</numerusform>
            <numerusform>Exportiert. %n Geheimnisse wurden entfernt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n are here already and were left out.</source>
        <extracomment>Follows &quot;2 conversations imported.&quot;</extracomment>
        <translation>
            <numerusform>%n ist schon hier und wurde ausgelassen.</numerusform>
            <numerusform>%n sind schon hier und wurden ausgelassen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) could not be read.</source>
        <extracomment>Follows &quot;2 conversations imported.&quot;</extracomment>
        <translation>
            <numerusform>%n Nachricht konnte nicht gelesen werden.</numerusform>
            <numerusform>%n Nachrichten konnten nicht gelesen werden.</numerusform>
        </translation>
    </message>
    <message>
        <source>Chats (*.json *.sqlite)</source>
        <translation>Chats (*.json *.sqlite)</translation>
    </message>
</context>
<context>
    <name>litedeck::ConversationFilter</name>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 is the heading of a group of chats, such as &quot;Today&quot;, %2 the first chat of it.</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Pinned</source>
        <extracomment>A heading above the pinned chats.</extracomment>
        <translation>Angeheftet</translation>
    </message>
</context>
<context>
    <name>litedeck::ConversationList</name>
    <message>
        <source>Conversations</source>
        <translation>Unterhaltungen</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>Anheften</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archivieren</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>Lösen</translation>
    </message>
    <message>
        <source>Unarchive</source>
        <translation>Aus dem Archiv holen</translation>
    </message>
</context>
<context>
    <name>litedeck::ConversationListModel</name>
    <message>
        <source>New chat</source>
        <translation>Neuer Chat</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>%1 is a title, %2 a date and time.</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>angeheftet</translation>
    </message>
    <message>
        <source>archived</source>
        <translation>archiviert</translation>
    </message>
    <message>
        <source>with a draft</source>
        <translation>mit Entwurf</translation>
    </message>
    <message>
        <source>with an open job that is not paid yet</source>
        <extracomment>Said of a chat: the job that its messages go into is not finished.</extracomment>
        <translation>mit einem offenen Job, der noch nicht bezahlt ist</translation>
    </message>
</context>
<context>
    <name>litedeck::ConversationSearch</name>
    <message>
        <source>Nothing has all these words.</source>
        <translation>Nichts enthält alle diese Wörter.</translation>
    </message>
    <message>
        <source>Search conversations</source>
        <translation>Unterhaltungen durchsuchen</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Search in all conversations (Ctrl+Shift+F)</source>
        <translation>Alle Unterhaltungen durchsuchen (Strg+Umschalt+F)</translation>
    </message>
    <message>
        <source>Search results</source>
        <translation>Suchergebnisse</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Suche läuft …</translation>
    </message>
</context>
<context>
    <name>litedeck::ConversationSettingsDialog</name>
    <message>
        <source>System prompt</source>
        <translation>System-Prompt</translation>
    </message>
    <message>
        <source>Use as default for new chats</source>
        <translation>Als Vorgabe für neue Chats</translation>
    </message>
    <message>
        <source>Conversation settings</source>
        <translation>Einstellungen der Unterhaltung</translation>
    </message>
    <message>
        <source>Not set</source>
        <translation>Nicht gesetzt</translation>
    </message>
    <message>
        <source>Goes before every message of this chat</source>
        <translation>Geht jeder Nachricht dieses Chats voraus</translation>
    </message>
    <message>
        <source>Insert a prompt</source>
        <translation>Prompt einfügen</translation>
    </message>
    <message>
        <source>They hold from the next message on. What is not set is not sent, and the server decides.</source>
        <translation>Sie gelten ab der nächsten Nachricht. Was nicht gesetzt ist, wird nicht gesendet, und der Server entscheidet.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Billing</source>
        <translation>Abrechnung</translation>
    </message>
</context>
<context>
    <name>litedeck::ConversationSide</name>
    <message>
        <source>New chat</source>
        <translation>Neuer Chat</translation>
    </message>
    <message>
        <source>Begin another conversation (Ctrl+N)</source>
        <translation>Weitere Unterhaltung beginnen (Strg+N)</translation>
    </message>
    <message>
        <source>Import chats</source>
        <translation>Chats importieren</translation>
    </message>
    <message>
        <source>Back to the chats</source>
        <extracomment>%1 is how many chats are archived.</extracomment>
        <translation>Zurück zu den Chats</translation>
    </message>
    <message>
        <source>Archived chats (%1)</source>
        <translation>Archivierte Chats (%1)</translation>
    </message>
</context>
<context>
    <name>litedeck::CostLine</name>
    <message>
        <source>%1 in, %2 out</source>
        <extracomment>Tokens read and written by the model.</extracomment>
        <translation>Eingabe %1, Ausgabe %2</translation>
    </message>
    <message>
        <source>first text after %1</source>
        <extracomment>%1 is a duration such as &quot;840 ms&quot;.</extracomment>
        <translation>erster Text nach %1</translation>
    </message>
    <message>
        <source>%1 in all</source>
        <extracomment>%1 is a duration such as &quot;4.2 s&quot;.</extracomment>
        <translation>insgesamt %1</translation>
    </message>
    <message>
        <source>Cost: %1</source>
        <translation>Kosten: %1</translation>
    </message>
    <message>
        <source>%1 for a reply that was lost</source>
        <extracomment>%1 is an amount such as &quot;2 credits&quot;.</extracomment>
        <translation>%1 für eine verlorene Antwort</translation>
    </message>
    <message numerus="yes">
        <source>%1 for %n replies that were lost</source>
        <translation>
            <numerusform>%1 für %n verlorene Antwort</numerusform>
            <numerusform>%1 für %n verlorene Antworten</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2 of them for a reply that was lost</source>
        <extracomment>%1 is an amount such as &quot;2 credits&quot;, %2 how many of them.</extracomment>
        <translation>%1, davon %2 für eine verlorene Antwort</translation>
    </message>
    <message numerus="yes">
        <source>%1, %2 of them for %n replies that were lost</source>
        <translation>
            <numerusform>%1, davon %2 für %n verlorene Antwort</numerusform>
            <numerusform>%1, davon %2 für %n verlorene Antworten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>litedeck::CreditsCard</name>
    <message>
        <source>Credits</source>
        <translation>Credits</translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation>Noch nicht bekannt</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>Verbraucht</translation>
    </message>
    <message>
        <source>Allocated</source>
        <translation>Zugeteilt</translation>
    </message>
    <message>
        <source>Credit limit</source>
        <translation>Credit-Limit</translation>
    </message>
    <message>
        <source>Credits left: not known yet</source>
        <translation>Verbleibende Credits: noch nicht bekannt</translation>
    </message>
    <message>
        <source>left of %1</source>
        <translation>übrig von %1</translation>
    </message>
    <message>
        <source>Credits: %1 %2</source>
        <extracomment>Read aloud by screen readers: %1 is a number, %2 a text such as &quot;left of 1,000&quot;.</extracomment>
        <translation>Credits: %1 %2</translation>
    </message>
    <message>
        <source>used, no limit</source>
        <translation>verbraucht, ohne Grenze</translation>
    </message>
    <message>
        <source>left</source>
        <translation>übrig</translation>
    </message>
    <message>
        <source>Budget: %1 %2</source>
        <translation>Budget: %1 %2</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>Budget</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>Grenze</translation>
    </message>
    <message>
        <source>Budget: not known yet</source>
        <translation>Budget: noch nicht bekannt</translation>
    </message>
</context>
<context>
    <name>litedeck::DateHeading</name>
    <message>
        <source>Today</source>
        <extracomment>This and the following are headings above the chats of these days.</extracomment>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Gestern</translation>
    </message>
    <message>
        <source>Previous 7 days</source>
        <translation>Letzte 7 Tage</translation>
    </message>
    <message>
        <source>Previous 30 days</source>
        <translation>Letzte 30 Tage</translation>
    </message>
</context>
<context>
    <name>litedeck::DeletedTurns</name>
    <message>
        <source>The message and its reply were deleted.</source>
        <translation>Die Nachricht und ihre Antwort wurden gelöscht.</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) and their replies were deleted.</source>
        <translation>
            <numerusform>%n Nachricht und ihre Antwort wurden gelöscht.</numerusform>
            <numerusform>%n Nachrichten und ihre Antworten wurden gelöscht.</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>litedeck::DesktopNotifier</name>
    <message>
        <source>Litedeck</source>
        <translation>Litedeck</translation>
    </message>
</context>
<context>
    <name>litedeck::DiagnosticsPage</name>
    <message>
        <source>Diagnostics</source>
        <translation>Diagnose</translation>
    </message>
    <message>
        <source>Sections of the diagnostics</source>
        <translation>Bereiche der Diagnose</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Error history</source>
        <translation>Fehlerverlauf</translation>
    </message>
</context>
<context>
    <name>litedeck::EmptyState</name>
    <message>
        <source>%1. %2</source>
        <extracomment>Read aloud by screen readers: %1 is a title, %2 a sentence.</extracomment>
        <translation>%1. %2</translation>
    </message>
</context>
<context>
    <name>litedeck::EntryChrome</name>
    <message>
        <source>You</source>
        <extracomment>Name above the user&apos;s own messages.</extracomment>
        <translation>Sie</translation>
    </message>
    <message>
        <source>Assistant</source>
        <extracomment>Name above a reply of an unknown model.</extracomment>
        <translation>Assistent</translation>
    </message>
    <message>
        <source>You: %1</source>
        <extracomment>A message as a screen reader says it; %1 is the whole text.</extracomment>
        <translation>Sie: %1</translation>
    </message>
    <message>
        <source>Assistant: %1</source>
        <extracomment>A message as a screen reader says it; %1 is the whole text.</extracomment>
        <translation>Assistent: %1</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Regenerate</source>
        <translation>Neu generieren</translation>
    </message>
    <message>
        <source>Error details</source>
        <extracomment>Shows what is known about an error.</extracomment>
        <translation>Fehlerdetails</translation>
    </message>
    <message>
        <source>Job details</source>
        <extracomment>Shows the job that a reply belongs to.</extracomment>
        <translation>Jobdetails</translation>
    </message>
    <message>
        <source>Copied</source>
        <extracomment>Stands on a Copy button for a moment after it was pressed.</extracomment>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Reasoning: %1</source>
        <extracomment>What a model thought aloud before it replied, as a screen reader says it.</extracomment>
        <translation>Gedankengang: %1</translation>
    </message>
    <message>
        <source>Thinking…</source>
        <extracomment>Above what a model thinks aloud, while it does.</extracomment>
        <translation>Denkt nach …</translation>
    </message>
    <message>
        <source>Reasoning</source>
        <extracomment>Above what a model thought aloud before it replied.</extracomment>
        <translation>Gedankengang</translation>
    </message>
    <message>
        <source>Thought for %1</source>
        <extracomment>Above what a model thought aloud; %1 is a duration such as &quot;12 s&quot;.</extracomment>
        <translation>%1 nachgedacht</translation>
    </message>
    <message>
        <source>Show reasoning</source>
        <extracomment>Unfolds what a model thought aloud.</extracomment>
        <translation>Gedankengang zeigen</translation>
    </message>
    <message>
        <source>Hide reasoning</source>
        <translation>Gedankengang verbergen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Previous version</source>
        <extracomment>Shows the version of a message before this one.</extracomment>
        <translation>Vorige Fassung</translation>
    </message>
    <message>
        <source>Next version</source>
        <extracomment>Shows the version of a message after this one.</extracomment>
        <translation>Nächste Fassung</translation>
    </message>
    <message>
        <source>‹ %1 of %2</source>
        <extracomment>Button to the version of a message before this one; &quot;2 of 3&quot;.</extracomment>
        <translation>‹ %1 von %2</translation>
    </message>
    <message>
        <source>Compare versions</source>
        <extracomment>Shows two versions of a message next to each other.</extracomment>
        <translation>Fassungen vergleichen</translation>
    </message>
    <message>
        <source>Compare</source>
        <extracomment>Short for &quot;Compare versions&quot;.</extracomment>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>%1, in place of %2</source>
        <extracomment>Name above a reply: %1 is the model that answered, %2 the one that was asked and failed.</extracomment>
        <translation>%1 anstelle von %2</translation>
    </message>
</context>
<context>
    <name>litedeck::ErrorActions</name>
    <message>
        <source>attempt %1 of %2, now</source>
        <translation>Versuch %1 von %2, jetzt</translation>
    </message>
    <message>
        <source>attempt %1 of %2, again in %3</source>
        <extracomment>The next try of a call: %1 of %2 attempts, in %3, such as &quot;6 s&quot;.</extracomment>
        <translation>Versuch %1 von %2, erneut in %3</translation>
    </message>
    <message>
        <source>Trying again…</source>
        <translation>Wird erneut versucht …</translation>
    </message>
    <message>
        <source>Attempt %1 of %2 follows</source>
        <translation>Versuch %1 von %2 folgt</translation>
    </message>
    <message>
        <source>Queued, goes out in %1</source>
        <extracomment>A message that goes out by itself in %1, such as &quot;57 s&quot;.</extracomment>
        <translation>In der Warteschlange, geht in %1 hinaus</translation>
    </message>
</context>
<context>
    <name>litedeck::ErrorEntryView</name>
    <message>
        <source>Show turn</source>
        <translation>Im Verlauf anzeigen</translation>
    </message>
    <message>
        <source>Show team</source>
        <translation>Team anzeigen</translation>
    </message>
    <message>
        <source>Show jobs</source>
        <translation>Jobs anzeigen</translation>
    </message>
    <message>
        <source>Show diagnostics</source>
        <translation>Diagnose anzeigen</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Show evidence</source>
        <translation>Belege anzeigen</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>Bericht kopieren</translation>
    </message>
    <message>
        <source>In whose hands: %1</source>
        <extracomment>Read aloud by screen readers: %1 is a person or thing, such as &quot;The model&apos;s provider&quot;.</extracomment>
        <translation>Zuständig: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n time(s) since %1</source>
        <extracomment>How often one error came: %1 is a time of day.</extracomment>
        <translation>
            <numerusform>%n-mal seit %1</numerusform>
            <numerusform>%n-mal seit %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Show chat</source>
        <translation>Chat anzeigen</translation>
    </message>
</context>
<context>
    <name>litedeck::ErrorEvidence</name>
    <message>
        <source>HTTP status</source>
        <translation>HTTP-Status</translation>
    </message>
    <message>
        <source>Inner status</source>
        <extracomment>The status that the provider gave the gateway, as told in the text of the failure.</extracomment>
        <translation>Innerer Status</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>Class</source>
        <extracomment>The exception class in LiteLLM&apos;s terms, such as RateLimitError (429).</extracomment>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>Retry after</source>
        <translation>Wiederholung nach</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>Job</translation>
    </message>
    <message>
        <source>Request line</source>
        <extracomment>Method and path of a request, such as &quot;POST /api/jobs/create&quot;.</extracomment>
        <translation>Anfragezeile</translation>
    </message>
    <message>
        <source>Models of the team</source>
        <translation>Modelle des Teams</translation>
    </message>
    <message>
        <source>Proxy</source>
        <extracomment>Host and port of a proxy.</extracomment>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>Points to</source>
        <extracomment>Where a redirect of the server goes to.</extracomment>
        <translation>Verweist auf</translation>
    </message>
    <message>
        <source>Certificate of</source>
        <translation>Zertifikat von</translation>
    </message>
    <message>
        <source>For the hosts</source>
        <extracomment>The names of hosts that a certificate is for.</extracomment>
        <translation>Für die Hosts</translation>
    </message>
    <message>
        <source>Issued by</source>
        <translation>Ausgestellt von</translation>
    </message>
    <message>
        <source>Valid</source>
        <extracomment>From when and until when a certificate is valid.</extracomment>
        <translation>Gültig</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>TLS</source>
        <extracomment>What the library for encryption says.</extracomment>
        <translation>TLS</translation>
    </message>
</context>
<context>
    <name>litedeck::ErrorHistoryModel</name>
    <message>
        <source>Worked again</source>
        <translation>Behoben</translation>
    </message>
    <message>
        <source>Dismissed</source>
        <extracomment>The user took the error from the list.</extracomment>
        <translation>Verworfen</translation>
    </message>
    <message>
        <source>Superseded</source>
        <extracomment>The error says nothing any more, since its call was stopped, made anew or removed.</extracomment>
        <translation>Hinfällig</translation>
    </message>
    <message>
        <source>Can be retried</source>
        <translation>Wiederholbar</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>Handlungsbedarf</translation>
    </message>
    <message>
        <source>Ended</source>
        <extracomment>When an error ended, a column of times.</extracomment>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>How it ended</source>
        <translation>Ausgang</translation>
    </message>
    <message>
        <source>List</source>
        <extracomment>Which of the two lists of errors it stood in.</extracomment>
        <translation>Liste</translation>
    </message>
    <message>
        <source>Times</source>
        <extracomment>How often an error came.</extracomment>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>First seen</source>
        <translation>Erstmals</translation>
    </message>
</context>
<context>
    <name>litedeck::ErrorHistoryView</name>
    <message>
        <source>Show evidence</source>
        <translation>Belege anzeigen</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>Bericht kopieren</translation>
    </message>
    <message>
        <source>No error has ended yet</source>
        <translation>Noch kein Fehler erledigt</translation>
    </message>
    <message>
        <source>What was wrong and works again, or was dismissed, can still be read here until Litedeck is closed.</source>
        <translation>Behobene und verworfene Fehler lassen sich hier nachlesen, bis Litedeck beendet wird.</translation>
    </message>
    <message>
        <source>Error history</source>
        <translation>Fehlerverlauf</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message numerus="yes">
        <source>%n error(s) ended</source>
        <translation>
            <numerusform>%n Fehler erledigt</numerusform>
            <numerusform>%n Fehler erledigt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>litedeck::ErrorLaneView</name>
    <message>
        <source>Can be retried</source>
        <translation>Wiederholbar</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>Handlungsbedarf</translation>
    </message>
    <message>
        <source>Nothing waits for another try.</source>
        <translation>Nichts wartet auf einen neuen Versuch.</translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <extracomment>How many errors a list has, read aloud by screen readers.</extracomment>
        <translation>
            <numerusform>%n Fehler</numerusform>
            <numerusform>%n Fehler</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing needs attention.</source>
        <translation>Kein Handlungsbedarf.</translation>
    </message>
</context>
<context>
    <name>litedeck::ErrorPanel</name>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
</context>
<context>
    <name>litedeck::ErrorReport</name>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Repeated</source>
        <translation>Wiederholt</translation>
    </message>
    <message numerus="yes">
        <source>%n time(s) since %1</source>
        <translation>
            <numerusform>%n-mal seit %1</numerusform>
            <numerusform>%n-mal seit %1</numerusform>
        </translation>
    </message>
    <message>
        <source>In whose hands</source>
        <translation>Zuständig</translation>
    </message>
    <message>
        <source>Effect</source>
        <translation>Wirkung</translation>
    </message>
    <message>
        <source>The whole text, with secrets taken out:</source>
        <translation>Der vollständige Text ohne Geheimnisse:</translation>
    </message>
    <message>
        <source>Headers of the reply:</source>
        <translation>Header der Antwort:</translation>
    </message>
</context>
<context>
    <name>litedeck::ErrorTexts</name>
    <message>
        <source>The connection is not secure</source>
        <translation>Die Verbindung ist nicht sicher</translation>
    </message>
    <message>
        <source>No answer in time</source>
        <translation>Keine rechtzeitige Antwort</translation>
    </message>
    <message>
        <source>The reply was cut off</source>
        <translation>Die Antwort ist abgerissen</translation>
    </message>
    <message>
        <source>The server points somewhere else</source>
        <translation>Der Server verweist woandershin</translation>
    </message>
    <message>
        <source>Calls are paused after many failures</source>
        <translation>Aufrufe sind nach vielen Fehlern pausiert</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>The virtual key was refused</source>
        <translation>Der virtuelle Schlüssel wurde abgelehnt</translation>
    </message>
    <message>
        <source>The provider refused the gateway&apos;s key</source>
        <translation>Der Anbieter hat den Schlüssel des Gateways abgelehnt</translation>
    </message>
    <message>
        <source>The gateway has no key for this provider</source>
        <translation>Das Gateway hat keinen Schlüssel für diesen Anbieter</translation>
    </message>
    <message>
        <source>Not allowed</source>
        <translation>Nicht erlaubt</translation>
    </message>
    <message>
        <source>The team is suspended</source>
        <translation>Das Team ist gesperrt</translation>
    </message>
    <message>
        <source>The team is paused</source>
        <translation>Das Team ist pausiert</translation>
    </message>
    <message>
        <source>No credits left</source>
        <translation>Keine Credits mehr</translation>
    </message>
    <message>
        <source>The team may not use this model</source>
        <translation>Das Team darf dieses Modell nicht verwenden</translation>
    </message>
    <message>
        <source>The request was refused</source>
        <translation>Die Anfrage wurde abgelehnt</translation>
    </message>
    <message>
        <source>Parts of the request are not valid</source>
        <translation>Teile der Anfrage sind ungültig</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Nicht gefunden</translation>
    </message>
    <message>
        <source>The job is gone</source>
        <translation>Der Job existiert nicht mehr</translation>
    </message>
    <message>
        <source>The model does not exist</source>
        <translation>Das Modell existiert nicht</translation>
    </message>
    <message>
        <source>The conversation is too long for this model</source>
        <translation>Die Unterhaltung ist zu lang für dieses Modell</translation>
    </message>
    <message>
        <source>The provider&apos;s content policy refused this</source>
        <translation>Von der Inhaltsrichtlinie des Anbieters abgelehnt</translation>
    </message>
    <message>
        <source>The request is larger than the limit allows</source>
        <translation>Die Anfrage überschreitet die zulässige Größe</translation>
    </message>
    <message>
        <source>Rate limit reached</source>
        <translation>Anfragelimit erreicht</translation>
    </message>
    <message>
        <source>The account with the provider is used up</source>
        <translation>Das Konto beim Anbieter ist aufgebraucht</translation>
    </message>
    <message>
        <source>The gateway&apos;s budget is used up</source>
        <translation>Das Budget des Gateways ist aufgebraucht</translation>
    </message>
    <message>
        <source>The provider is overloaded</source>
        <translation>Der Anbieter ist überlastet</translation>
    </message>
    <message>
        <source>The service is not available</source>
        <translation>Der Dienst ist nicht verfügbar</translation>
    </message>
    <message>
        <source>The server failed</source>
        <translation>Serverfehler</translation>
    </message>
    <message>
        <source>This server cannot do that</source>
        <translation>Dieser Server unterstützt das nicht</translation>
    </message>
    <message>
        <source>Something unexpected happened</source>
        <translation>Etwas Unerwartetes ist passiert</translation>
    </message>
    <message>
        <source>The provider answered %1.</source>
        <translation>Der Anbieter antwortete mit %1.</translation>
    </message>
    <message>
        <source>Check the server&apos;s address. The key was not sent to the other place.</source>
        <translation>Prüfen Sie die Adresse des Servers. Der Schlüssel wurde nicht an die andere Stelle gesendet.</translation>
    </message>
    <message>
        <source>Enter another virtual key, or ask your team&apos;s administrator for one.</source>
        <translation>Geben Sie einen anderen virtuellen Schlüssel ein oder fragen Sie die Administration Ihres Teams danach.</translation>
    </message>
    <message>
        <source>Check that the team belongs to this key, or ask your team&apos;s administrator.</source>
        <translation>Prüfen Sie, ob das Team zu diesem Schlüssel gehört, oder fragen Sie die Administration Ihres Teams.</translation>
    </message>
    <message>
        <source>Ask your team&apos;s administrator to add credits.</source>
        <translation>Bitten Sie die Administration Ihres Teams um weitere Credits.</translation>
    </message>
    <message>
        <source>Choose another model, or ask your team&apos;s administrator for access.</source>
        <translation>Wählen Sie ein anderes Modell oder bitten Sie die Administration Ihres Teams um Zugriff.</translation>
    </message>
    <message>
        <source>Change the request; the same one will be refused again.</source>
        <translation>Ändern Sie die Anfrage; dieselbe würde wieder abgelehnt.</translation>
    </message>
    <message>
        <source>Check the team&apos;s name and the server&apos;s address.</source>
        <translation>Prüfen Sie den Namen des Teams und die Adresse des Servers.</translation>
    </message>
    <message>
        <source>Send the message again; it gets a new job.</source>
        <translation>Senden Sie die Nachricht erneut; sie erhält einen neuen Job.</translation>
    </message>
    <message>
        <source>Choose another model.</source>
        <translation>Wählen Sie ein anderes Modell.</translation>
    </message>
    <message>
        <source>Put it in other words, or choose another model.</source>
        <translation>Formulieren Sie es anders oder wählen Sie ein anderes Modell.</translation>
    </message>
    <message>
        <source>Shorten the message or the conversation.</source>
        <translation>Kürzen Sie die Nachricht oder die Unterhaltung.</translation>
    </message>
    <message>
        <source>Ask your team&apos;s administrator to raise the budget.</source>
        <translation>Bitten Sie die Administration Ihres Teams, das Budget zu erhöhen.</translation>
    </message>
    <message>
        <source>Try again later, or choose another model.</source>
        <translation>Versuchen Sie es später erneut oder wählen Sie ein anderes Modell.</translation>
    </message>
    <message>
        <source>Another way of calling is used instead.</source>
        <translation>Stattdessen wird eine andere Aufrufart verwendet.</translation>
    </message>
    <message>
        <source>Look at the details, and try again if they make sense to you.</source>
        <translation>Sehen Sie sich die Details an und versuchen Sie es erneut, wenn sie Ihnen plausibel erscheinen.</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Sie</translation>
    </message>
    <message>
        <source>Your team&apos;s administrator</source>
        <translation>Administration Ihres Teams</translation>
    </message>
    <message>
        <source>The model&apos;s provider</source>
        <translation>Anbieter des Modells</translation>
    </message>
    <message>
        <source>The network</source>
        <translation>Netzwerk</translation>
    </message>
    <message>
        <source>The makers of Litedeck</source>
        <translation>Entwickler von Litedeck</translation>
    </message>
    <message>
        <source>The request never left this computer; nothing was charged.</source>
        <translation>Die Anfrage hat diesen Computer nie verlassen; nichts wurde abgerechnet.</translation>
    </message>
    <message>
        <source>The server refused the request; nothing was charged.</source>
        <translation>Der Server hat die Anfrage abgelehnt; nichts wurde abgerechnet.</translation>
    </message>
    <message>
        <source>The request was sent, but nobody said whether it ran; it may have been charged.</source>
        <translation>Die Anfrage wurde gesendet, aber es ist nicht bekannt, ob sie ausgeführt wurde; sie wurde möglicherweise abgerechnet.</translation>
    </message>
    <message>
        <source>The request ran and may have been charged.</source>
        <translation>Die Anfrage wurde ausgeführt und möglicherweise abgerechnet.</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the names of models</comment>
        <translation>, </translation>
    </message>
    <message numerus="yes">
        <source>The team may use %1 and %n more.</source>
        <extracomment>%1 are names of models; %n more are not named.</extracomment>
        <translation>
            <numerusform>Das Team darf %1 und %n weiteres Modell verwenden.</numerusform>
            <numerusform>Das Team darf %1 und %n weitere Modelle verwenden.</numerusform>
        </translation>
    </message>
    <message>
        <source>The team may use %1.</source>
        <translation>Das Team darf %1 verwenden.</translation>
    </message>
    <message>
        <source>Choose another model, or ask your team&apos;s administrator for access. %1</source>
        <translation>Wählen Sie ein anderes Modell oder bitten Sie die Administration Ihres Teams um Zugriff. %1</translation>
    </message>
    <message>
        <source>Choose a model that takes more text, or send without the older messages: the oldest are left out until half of the text is left.</source>
        <translation>Wählen Sie ein Modell, das mehr Text aufnimmt, oder senden Sie ohne die älteren Nachrichten: Die ältesten werden weggelassen, bis die Hälfte des Textes übrig ist.</translation>
    </message>
    <message>
        <source>Choose a model that takes more text, or shorten the message.</source>
        <translation>Wählen Sie ein Modell, das mehr Text aufnimmt, oder kürzen Sie die Nachricht.</translation>
    </message>
    <message>
        <source>Wait a moment and try again. A message can be queued; it then goes out by itself.</source>
        <translation>Warten Sie einen Moment und versuchen Sie es erneut. Eine Nachricht lässt sich vormerken; sie wird dann automatisch gesendet.</translation>
    </message>
    <message>
        <source>Queued, goes out as soon as the server allows it</source>
        <translation>Vorgemerkt, wird gesendet, sobald der Server es zulässt</translation>
    </message>
    <message>
        <source>Queued, goes out at %1</source>
        <extracomment>%1 is a time of day, or a date and a time.</extracomment>
        <translation>Vorgemerkt, Versand: %1</translation>
    </message>
    <message>
        <source>Change key</source>
        <translation>Schlüssel ändern</translation>
    </message>
    <message>
        <source>Choose another model</source>
        <translation>Anderes Modell wählen</translation>
    </message>
    <message>
        <source>Choose a larger model</source>
        <extracomment>A model that takes more text.</extracomment>
        <translation>Größeres Modell wählen</translation>
    </message>
    <message>
        <source>Queue for later</source>
        <extracomment>Keeps a message to be sent later by itself.</extracomment>
        <translation>Für später vormerken</translation>
    </message>
    <message>
        <source>Send without older messages</source>
        <translation>Ohne ältere Nachrichten senden</translation>
    </message>
    <message>
        <source>A look at the team&apos;s jobs showed that the call never ran; nothing was charged.</source>
        <translation>Die Prüfung der Jobs des Teams ergab, dass der Aufruf nie ausgeführt wurde; nichts wurde abgerechnet.</translation>
    </message>
    <message>
        <source>A look at the job showed that nothing was charged.</source>
        <translation>Die Prüfung des Jobs ergab, dass nichts abgerechnet wurde.</translation>
    </message>
    <message>
        <source>A look at the job showed that the call ran and was charged. The server keeps no text, so this reply cannot be had again.</source>
        <translation>Die Prüfung des Jobs ergab, dass der Aufruf ausgeführt und abgerechnet wurde. Der Server speichert keinen Text; diese Antwort lässt sich daher nicht noch einmal abrufen.</translation>
    </message>
    <message>
        <source>The call is still running on the server; it may be charged.</source>
        <translation>Der Aufruf läuft noch auf dem Server; er wird möglicherweise abgerechnet.</translation>
    </message>
    <message>
        <source>The answer could not be understood</source>
        <translation>Unverständliche Antwort</translation>
    </message>
    <message>
        <source>Ask the gateway&apos;s operator about its certificate.</source>
        <translation>Fragen Sie den Betreiber des Gateways nach dessen Zertifikat.</translation>
    </message>
    <message>
        <source>Check that the address is a SaaS LiteLLM gateway, or tell its operator.</source>
        <translation>Prüfen Sie, ob unter der Adresse ein SaaS-LiteLLM-Gateway läuft, oder informieren Sie den Betreiber.</translation>
    </message>
    <message>
        <source>The gateway&apos;s operator has to correct the provider&apos;s credentials. Until then another model may work.</source>
        <translation>Der Betreiber des Gateways muss die Zugangsdaten für den Anbieter korrigieren. Bis dahin funktioniert vielleicht ein anderes Modell.</translation>
    </message>
    <message>
        <source>Whoever pays the provider has to raise the quota. Until then another model may work.</source>
        <translation>Wer den Anbieter bezahlt, muss das Kontingent erhöhen. Bis dahin funktioniert vielleicht ein anderes Modell.</translation>
    </message>
    <message>
        <source>Try again. If it keeps failing, tell the gateway&apos;s operator.</source>
        <translation>Versuchen Sie es erneut. Besteht der Fehler fort, informieren Sie den Betreiber des Gateways.</translation>
    </message>
    <message>
        <source>The gateway&apos;s operator</source>
        <translation>Betreiber des Gateways</translation>
    </message>
    <message>
        <source>The provider gave a reason, but the gateway does not pass it on. In a long chat it is often the length; in a short one, what was attached or set.</source>
        <translation>Der Anbieter hat einen Grund genannt, aber das Gateway gibt ihn nicht weiter. In einem langen Chat ist es oft die Länge, in einem kurzen das, was angehängt oder eingestellt war.</translation>
    </message>
    <message>
        <source>Ask your team&apos;s administrator to let the team call again.</source>
        <translation>Bitten Sie die Verwaltung Ihres Teams, dem Team wieder Aufrufe zu erlauben.</translation>
    </message>
    <message>
        <source>No more text came for %1</source>
        <extracomment>%1 is a duration such as &quot;2 min 5 s&quot;.</extracomment>
        <translation>Seit %1 kam kein Text mehr</translation>
    </message>
    <message>
        <source>The network wants you to log in</source>
        <translation>Das Netzwerk verlangt eine Anmeldung</translation>
    </message>
    <message>
        <source>The page says: %1</source>
        <extracomment>%1 is the title of a web page.</extracomment>
        <translation>Auf der Seite steht: %1</translation>
    </message>
    <message>
        <source>The proxy is %1.</source>
        <extracomment>%1 is the host and port of a proxy.</extracomment>
        <translation>Der Proxy ist %1.</translation>
    </message>
    <message>
        <source>It points to %1.</source>
        <translation>Er verweist auf %1.</translation>
    </message>
    <message>
        <source>Something before the gateway answered: a firewall, a proxy or a page to log in. Open the server&apos;s address in a browser to see what it wants, or ask the gateway&apos;s operator or whoever runs your network.</source>
        <translation>Etwas vor dem Gateway hat geantwortet: eine Firewall, ein Proxy oder eine Anmeldeseite. Öffnen Sie die Adresse des Servers in einem Browser, um zu sehen, was verlangt wird, oder fragen Sie, wer das Gateway oder Ihr Netzwerk betreibt.</translation>
    </message>
    <message>
        <source>A message that is held goes out by itself once the server answers well again. Retry now tries at once.</source>
        <translation>Eine zurückgehaltene Nachricht geht von selbst hinaus, sobald der Server wieder antwortet, und mit „Jetzt erneut versuchen“ sofort.</translation>
    </message>
    <message>
        <source>The provider does not allow this to the gateway. Its operator has to see to that; until then another model may work.</source>
        <translation>Der Anbieter erlaubt das dem Gateway nicht. Darum muss sich sein Betreiber kümmern; bis dahin geht vielleicht ein anderes Modell.</translation>
    </message>
    <message>
        <source>Trying again does not help. Tell the gateway&apos;s operator, and choose another model until then.</source>
        <translation>Ein neuer Versuch hilft nicht. Sagen Sie es dem Betreiber des Gateways, und wählen Sie bis dahin ein anderes Modell.</translation>
    </message>
    <message>
        <source>Open any page in a browser and log in there, then try again.</source>
        <translation>Öffnen Sie irgendeine Seite in einem Browser, melden Sie sich dort an, und versuchen Sie es dann erneut.</translation>
    </message>
    <message numerus="yes">
        <source>The server knows no job of the call so far. It may be held on its way, so Litedeck looks again for %n second(s) before anything is sent again.</source>
        <translation>
            <numerusform>Der Server kennt bisher keinen Job zu dem Aufruf. Er kann unterwegs aufgehalten werden; deshalb sieht Litedeck noch %n Sekunde lang nach, bevor etwas erneut gesendet wird.</numerusform>
            <numerusform>Der Server kennt bisher keinen Job zu dem Aufruf. Er kann unterwegs aufgehalten werden; deshalb sieht Litedeck noch %n Sekunden lang nach, bevor etwas erneut gesendet wird.</numerusform>
        </translation>
    </message>
    <message>
        <source>The server could not be asked what became of the call, or did not know; it may have been charged. Litedeck asks again.</source>
        <translation>Der Server konnte nicht gefragt werden, was aus dem Aufruf wurde, oder wusste es nicht; vielleicht wurde er abgerechnet. Litedeck fragt noch einmal.</translation>
    </message>
    <message>
        <source>Retry now</source>
        <translation>Jetzt erneut versuchen</translation>
    </message>
    <message>
        <source>Cancel retry</source>
        <translation>Wiederholung abbrechen</translation>
    </message>
</context>
<context>
    <name>litedeck::EvidenceDialog</name>
    <message>
        <source>Evidence</source>
        <translation>Belege</translation>
    </message>
    <message>
        <source>First seen</source>
        <translation>Zuerst gesehen</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>Zuletzt gesehen</translation>
    </message>
    <message>
        <source>Hands</source>
        <translation>Zuständig</translation>
    </message>
    <message>
        <source>There was no text: nothing came back.</source>
        <translation>Es gab keinen Text: Nichts kam zurück.</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>Bericht kopieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Keys and passwords have been taken out.</source>
        <translation>Schlüssel und Passwörter wurden entfernt.</translation>
    </message>
    <message>
        <source>What came back</source>
        <translation>Was zurückkam</translation>
    </message>
</context>
<context>
    <name>litedeck::ExportDialog</name>
    <message>
        <source>Export</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <extracomment>%1 is a file, %2 the system&apos;s words, such as &quot;No space left&quot;.</extracomment>
        <translation>%1 konnte nicht gespeichert werden: %2</translation>
    </message>
    <message>
        <source>Writing the file…</source>
        <translation>Datei wird geschrieben …</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stoppen</translation>
    </message>
    <message>
        <source>CSV table</source>
        <translation>CSV-Tabelle</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Markdown table</source>
        <translation>Markdown-Tabelle</translation>
    </message>
    <message>
        <source>Take out keys and passwords (to give it to others)</source>
        <translation>Schlüssel und Passwörter entfernen (zum Weitergeben)</translation>
    </message>
</context>
<context>
    <name>litedeck::FactList</name>
    <message>
        <source>%1: %2</source>
        <extracomment>Read aloud by screen readers: %1 is a label such as &quot;Model&quot;, %2 its value.</extracomment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>litedeck::FailureView</name>
    <message>
        <source>Compared with the last one that worked</source>
        <translation>Verglichen mit dem letzten, der gelang</translation>
    </message>
    <message>
        <source>In the hands of: %1</source>
        <translation>In wessen Hand: %1</translation>
    </message>
    <message>
        <source>Last that worked</source>
        <translation>Letzter, der gelang</translation>
    </message>
    <message>
        <source>%1: %2, last that worked: %3</source>
        <extracomment>Read aloud by screen readers: a fact about this job and about the last that worked.</extracomment>
        <translation>%1: %2, letzter, der gelang: %3</translation>
    </message>
</context>
<context>
    <name>litedeck::FindBar</name>
    <message>
        <source>Previous match</source>
        <translation>Voriger Treffer</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>Nächster Treffer</translation>
    </message>
    <message>
        <source>Find in conversation</source>
        <translation>In der Unterhaltung suchen</translation>
    </message>
    <message>
        <source>Previous match (Shift+F3)</source>
        <translation>Voriger Treffer (Umschalt+F3)</translation>
    </message>
    <message>
        <source>Next match (F3)</source>
        <translation>Nächster Treffer (F3)</translation>
    </message>
    <message>
        <source>Close search</source>
        <translation>Suche schließen</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Nicht gefunden</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <extracomment>Which match of how many is shown: &quot;3 / 120&quot;.</extracomment>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Match %1 of %2</source>
        <extracomment>What a screen reader says of &quot;3 / 120&quot;.</extracomment>
        <translation>Treffer %1 von %2</translation>
    </message>
</context>
<context>
    <name>litedeck::Format</name>
    <message>
        <source>less than %1</source>
        <translation>weniger als %1</translation>
    </message>
    <message>
        <source>$%1</source>
        <extracomment>An amount of US dollars.</extracomment>
        <translation>%1&#xa0;$</translation>
    </message>
    <message>
        <source>not reported</source>
        <extracomment>In place of a cost or a number of tokens that the server did not tell.</extracomment>
        <translation>nicht gemeldet</translation>
    </message>
    <message numerus="yes">
        <source>%Ln token(s)</source>
        <translation>
            <numerusform>%Ln Token</numerusform>
            <numerusform>%Ln Tokens</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 credits</source>
        <translation>%1 Credits</translation>
    </message>
    <message numerus="yes">
        <source>%Ln credit(s)</source>
        <translation>
            <numerusform>%Ln Credit</numerusform>
            <numerusform>%Ln Credits</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1 d %2 h</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message>
        <source>%1 s ago</source>
        <translation>vor %1 s</translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation>vor %1 min</translation>
    </message>
    <message>
        <source>%1 h ago</source>
        <translation>vor %1 h</translation>
    </message>
    <message>
        <source>%1 d ago</source>
        <translation>vor %1 d</translation>
    </message>
    <message>
        <source>as of %1, %2</source>
        <extracomment>%1 is a time of day, %2 how long ago that was, such as &quot;2 min ago&quot;.</extracomment>
        <translation>Stand %1, %2</translation>
    </message>
    <message>
        <source>≈ %1</source>
        <extracomment>%1 is an estimated amount, such as &quot;$0.00420&quot; or &quot;1,234 tokens&quot;.</extracomment>
        <translation>≈ %1</translation>
    </message>
</context>
<context>
    <name>litedeck::InlineNotice</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>litedeck::JobCells</name>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>Credit</source>
        <translation>Credit</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Waited</source>
        <extracomment>Column: how long a job waited before its work began.</extracomment>
        <translation>Wartezeit</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Aufrufe</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Tokens</translation>
    </message>
    <message>
        <source>Started by</source>
        <extracomment>Column: the user who started a job.</extracomment>
        <translation>Gestartet von</translation>
    </message>
    <message>
        <source>not read yet</source>
        <extracomment>The costs of this job were not asked for yet.</extracomment>
        <translation>noch nicht gelesen</translation>
    </message>
    <message>
        <source>The costs of this job were not read yet. Select the job, or read all of them under Summaries.</source>
        <translation>Die Kosten dieses Jobs wurden noch nicht gelesen. Wählen Sie den Job aus, oder lesen Sie alle unter „Übersichten“.</translation>
    </message>
    <message>
        <source>The job is still open; its costs are read once it has ended. Select it to see what it cost so far.</source>
        <translation>Der Job ist noch offen; seine Kosten werden gelesen, sobald er beendet ist. Wählen Sie ihn aus, um zu sehen, was er bisher gekostet hat.</translation>
    </message>
</context>
<context>
    <name>litedeck::JobCostsView</name>
    <message>
        <source>Retry</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Aufrufe</translation>
    </message>
    <message>
        <source>Loading costs…</source>
        <translation>Kosten werden geladen …</translation>
    </message>
    <message>
        <source>Total cost: %1</source>
        <extracomment>Read aloud by screen readers; %1 is an amount or &quot;not reported&quot;.</extracomment>
        <translation>Gesamtkosten: %1</translation>
    </message>
    <message>
        <source>No calls recorded</source>
        <translation>Keine Aufrufe verzeichnet</translation>
    </message>
    <message numerus="yes">
        <source>%Ln call(s)</source>
        <translation>
            <numerusform>%Ln Aufruf</numerusform>
            <numerusform>%Ln Aufrufe</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>%1 is a text such as &quot;4 calls&quot;, %2 the name of a model.</extracomment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1, %2 of them without a reported cost</source>
        <translation>%1, davon %2 ohne gemeldete Kosten</translation>
    </message>
    <message>
        <source>%1; the server booked neither tokens nor a cost</source>
        <translation>%1; der Server hat weder Tokens noch Kosten verbucht</translation>
    </message>
    <message>
        <source>Export calls</source>
        <translation>Aufrufe exportieren</translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln failed</source>
        <extracomment>%1 is a text such as &quot;4 calls of gpt-4o&quot;.</extracomment>
        <translation>
            <numerusform>%1, %Ln fehlgeschlagen</numerusform>
            <numerusform>%1, %Ln fehlgeschlagen</numerusform>
        </translation>
    </message>
    <message>
        <source>Average latency of a call: %1</source>
        <translation>Mittlere Latenz eines Aufrufs: %1</translation>
    </message>
    <message>
        <source>Latency and error of each call: %1</source>
        <translation>Latenz und Fehler jedes Aufrufs: %1</translation>
    </message>
    <message>
        <source>The server&apos;s sums differ: completing the job reported %1, its calls come to %2. A markup of your team is in the first one only.</source>
        <translation>Die Summen des Servers weichen ab: Beim Abschließen des Jobs meldete er %1, seine Aufrufe ergeben %2. Ein Aufschlag Ihres Teams steckt nur in der ersten.</translation>
    </message>
</context>
<context>
    <name>litedeck::JobDetails</name>
    <message>
        <source>Copy job id</source>
        <translation>Job-ID kopieren</translation>
    </message>
    <message>
        <source>Copy error text</source>
        <translation>Fehlertext kopieren</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>The server recorded no reason for the failure.</source>
        <translation>Der Server hat keinen Grund für den Fehler verzeichnet.</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Started by</source>
        <extracomment>The user who started a job.</extracomment>
        <translation>Gestartet von</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Gestartet</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>Noch nicht</translation>
    </message>
    <message>
        <source>Waited</source>
        <extracomment>How long a job waited before its work began.</extracomment>
        <translation>Wartezeit</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
</context>
<context>
    <name>litedeck::JobFilterBar</name>
    <message>
        <source>Job status</source>
        <translation>Jobstatus</translation>
    </message>
    <message>
        <source>Job type</source>
        <translation>Jobtyp</translation>
    </message>
    <message>
        <source>Model of the job</source>
        <translation>Modell des Jobs</translation>
    </message>
    <message>
        <source>Time of the job</source>
        <translation>Zeit des Jobs</translation>
    </message>
    <message>
        <source>Cost of the job</source>
        <translation>Kosten des Jobs</translation>
    </message>
    <message>
        <source>Search jobs</source>
        <translation>Jobs durchsuchen</translation>
    </message>
    <message>
        <source>All</source>
        <extracomment>All statuses of jobs.</extracomment>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Open for long</source>
        <extracomment>Jobs that are pending or in progress for suspiciously long.</extracomment>
        <translation>Lange offen</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Any cost</source>
        <translation>Alle Kosten</translation>
    </message>
    <message>
        <source>Reported</source>
        <translation>Gemeldet</translation>
    </message>
    <message>
        <source>Not reported</source>
        <translation>Nicht gemeldet</translation>
    </message>
    <message>
        <source>Not read yet</source>
        <translation>Noch nicht gelesen</translation>
    </message>
    <message>
        <source>%1 or more</source>
        <extracomment>%1 is an amount such as &quot;$0.01&quot;.</extracomment>
        <translation>%1 oder mehr</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>Jederzeit</translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation>Letzte Stunde</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Letzte 7 Tage</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Letzte 30 Tage</translation>
    </message>
    <message>
        <source>Between…</source>
        <extracomment>Two dates follow.</extracomment>
        <translation>Zwischen …</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Erster Tag</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Letzter Tag</translation>
    </message>
    <message>
        <source>All types</source>
        <translation>Alle Typen</translation>
    </message>
    <message>
        <source>All models</source>
        <translation>Alle Modelle</translation>
    </message>
    <message>
        <source>Filters (%1)</source>
        <translation>Filter (%1)</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Filter</translation>
    </message>
</context>
<context>
    <name>litedeck::JobInspector</name>
    <message>
        <source>Job details</source>
        <translation>Jobdetails</translation>
    </message>
    <message>
        <source>Close job details</source>
        <translation>Jobdetails schließen</translation>
    </message>
    <message>
        <source>Costs</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>Metadata</source>
        <translation>Metadaten</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>The costs could not be loaded. %1</source>
        <translation>Die Kosten konnten nicht geladen werden. %1</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Open conversation</source>
        <translation>Unterhaltung öffnen</translation>
    </message>
    <message>
        <source>Complete as failed…</source>
        <translation>Als fehlgeschlagen abschließen …</translation>
    </message>
    <message>
        <source>Show JSON</source>
        <translation>JSON zeigen</translation>
    </message>
    <message>
        <source>Export calls</source>
        <translation>Aufrufe exportieren</translation>
    </message>
    <message>
        <source>Complete as failed</source>
        <translation>Als fehlgeschlagen abschließen</translation>
    </message>
    <message>
        <source>Complete this job as failed? It takes no credit. A program that still works on the job can go on calling, but the job stays failed.</source>
        <translation>Diesen Job als fehlgeschlagen abschließen? Es kostet keinen Credit. Ein Programm, das noch an dem Job arbeitet, kann weiter aufrufen, aber der Job bleibt fehlgeschlagen.</translation>
    </message>
</context>
<context>
    <name>litedeck::JobWords</name>
    <message>
        <source>Pending</source>
        <translation>Wartend</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Storniert</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unklar</translation>
    </message>
    <message>
        <source>Charged</source>
        <translation>Abgerechnet</translation>
    </message>
    <message>
        <source>Ran, not charged</source>
        <translation>Abrechnung fehlt</translation>
    </message>
    <message>
        <source>Not charged</source>
        <translation>Nicht abgerechnet</translation>
    </message>
    <message>
        <source>The job completed, but the server has not marked it as charged. Usually the balance was too low; a job that was completed twice loses the mark too.</source>
        <translation>Der Job wurde abgeschlossen, aber der Server hat ihn nicht als abgerechnet markiert. Meist reichten die Credits nicht aus; auch ein zweimal abgeschlossener Job verliert die Markierung.</translation>
    </message>
    <message>
        <source>under 1 s</source>
        <translation>unter 1 s</translation>
    </message>
    <message>
        <source>Not recorded</source>
        <translation>Nicht verzeichnet</translation>
    </message>
    <message>
        <source>%1 refunded</source>
        <extracomment>%1 is such as &quot;3 credits&quot;.</extracomment>
        <translation>%1 erstattet</translation>
    </message>
</context>
<context>
    <name>litedeck::JobsListView</name>
    <message>
        <source>Retry</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>The list could not be refreshed. %1</source>
        <translation>Die Liste konnte nicht aktualisiert werden. %1</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Filter zurücksetzen</translation>
    </message>
    <message>
        <source>The newest come first.</source>
        <translation>Die neuesten zuerst.</translation>
    </message>
</context>
<context>
    <name>litedeck::JobsPage</name>
    <message>
        <source>Sections of the jobs</source>
        <translation>Abschnitte der Jobs</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>Summaries</source>
        <translation>Übersichten</translation>
    </message>
</context>
<context>
    <name>litedeck::JobsTable</name>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Jobs</translation>
    </message>
</context>
<context>
    <name>litedeck::JobsToolbar</name>
    <message>
        <source>Stop loading</source>
        <translation>Laden stoppen</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>%1 is a number, %2 a text such as &quot;300 jobs&quot;.</extracomment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1, loading…</source>
        <extracomment>%1 is a text such as &quot;300 jobs&quot;; more are being fetched.</extracomment>
        <translation>%1, wird geladen …</translation>
    </message>
    <message>
        <source>%1, older ones not loaded</source>
        <extracomment>%1 is a text such as &quot;300 jobs&quot;; the server has more.</extracomment>
        <translation>%1, ältere nicht geladen</translation>
    </message>
</context>
<context>
    <name>litedeck::KeyCard</name>
    <message>
        <source>This key</source>
        <translation>Dieser Schlüssel</translation>
    </message>
    <message>
        <source>Copy request</source>
        <translation>Bitte kopieren</translation>
    </message>
    <message>
        <source>Copy the request to the administrator</source>
        <translation>Die Bitte an den Administrator kopieren</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Grenzen</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Läuft ab</translation>
    </message>
</context>
<context>
    <name>litedeck::KeyWords</name>
    <message>
        <source>This key may chat and nothing else.</source>
        <translation>Mit diesem Schlüssel kann man chatten, sonst nichts.</translation>
    </message>
    <message>
        <source>This key may chat and see its budget, your requests and those of everybody in the team.</source>
        <translation>Mit diesem Schlüssel kann man chatten und sein Budget, die eigenen Anfragen und die aller im Team sehen.</translation>
    </message>
    <message>
        <source>This key may chat and see its budget and your requests.</source>
        <translation>Mit diesem Schlüssel kann man chatten und sein Budget und die eigenen Anfragen sehen.</translation>
    </message>
    <message>
        <source>This key may chat and see its budget and the requests of the team.</source>
        <translation>Mit diesem Schlüssel kann man chatten und sein Budget und die Anfragen des Teams sehen.</translation>
    </message>
    <message>
        <source>This key may chat and see its budget.</source>
        <translation>Mit diesem Schlüssel kann man chatten und sein Budget sehen.</translation>
    </message>
    <message>
        <source>Budgets and the log of requests need a key that is not only for calls of models.</source>
        <translation>Budgets und das Protokoll der Anfragen brauchen einen Schlüssel, der nicht nur für Aufrufe von Modellen ist.</translation>
    </message>
    <message>
        <source>The log of requests needs a key that belongs to a person.</source>
        <translation>Das Protokoll der Anfragen braucht einen Schlüssel, der einer Person gehört.</translation>
    </message>
    <message>
        <source>The server does not show it the log of requests.</source>
        <translation>Der Server zeigt ihm das Protokoll der Anfragen nicht.</translation>
    </message>
    <message>
        <source>The requests of everybody in the team need a right that an administrator of the proxy can give to the team.</source>
        <translation>Die Anfragen aller im Team brauchen ein Recht, das ein Administrator des Proxys dem Team geben kann.</translation>
    </message>
    <message>
        <source>Please let the members of our team see its requests and what it spends: %1 (this replaces the rights that members have; add the others that they need).</source>
        <extracomment>For an administrator of the proxy; %1 is a request with its body.</extracomment>
        <translation>Bitte lassen Sie die Mitglieder unseres Teams seine Anfragen und Ausgaben sehen: %1 (das ersetzt die Rechte, die Mitglieder haben; fügen Sie die übrigen hinzu, die sie brauchen).</translation>
    </message>
    <message>
        <source>%1 requests and %2 tokens a minute</source>
        <translation>%1 Anfragen und %2 Token in der Minute</translation>
    </message>
    <message>
        <source>%1 requests a minute</source>
        <translation>%1 Anfragen in der Minute</translation>
    </message>
    <message>
        <source>%1 tokens a minute</source>
        <translation>%1 Token in der Minute</translation>
    </message>
    <message>
        <source>This key has expired on %1. Ask for a new one.</source>
        <extracomment>%1 is a date and time.</extracomment>
        <translation>Dieser Schlüssel ist am %1 abgelaufen. Bitten Sie um einen neuen.</translation>
    </message>
    <message>
        <source>This key expires on %1. Ask for a new one in time.</source>
        <extracomment>%1 is a date and time.</extracomment>
        <translation>Dieser Schlüssel läuft am %1 ab. Bitten Sie rechtzeitig um einen neuen.</translation>
    </message>
</context>
<context>
    <name>litedeck::LedgerCard</name>
    <message>
        <source>Show job</source>
        <translation>Job anzeigen</translation>
    </message>
    <message>
        <source>Copy job id</source>
        <translation>Job-ID kopieren</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Erneut prüfen</translation>
    </message>
    <message>
        <source>%1 Shown is what was fetched before, %2.</source>
        <extracomment>%1 says why, in sentences; %2 is a text such as &quot;as of 09:14, 2 min ago&quot;.</extracomment>
        <translation>%1 Angezeigt wird, was zuvor abgerufen wurde (%2).</translation>
    </message>
    <message>
        <source>The transactions cannot be seen</source>
        <translation>Die Buchungen sind nicht einsehbar</translation>
    </message>
    <message>
        <source>Loading transactions…</source>
        <translation>Buchungen werden geladen …</translation>
    </message>
    <message>
        <source>No transactions yet</source>
        <translation>Noch keine Buchungen</translation>
    </message>
    <message>
        <source>Each charged job and each added credit makes a line.</source>
        <translation>Jeder abgerechnete Job und jede Gutschrift ergibt eine Zeile.</translation>
    </message>
    <message>
        <source>Transactions</source>
        <translation>Buchungen</translation>
    </message>
    <message>
        <source>Export transactions</source>
        <translation>Buchungen exportieren</translation>
    </message>
</context>
<context>
    <name>litedeck::LinkDialog</name>
    <message>
        <source>This is no address that can be opened.</source>
        <translation>Das ist keine Adresse, die sich öffnen lässt.</translation>
    </message>
    <message>
        <source>This leads on from a page that is not here.</source>
        <translation>Das führt von einer Seite weiter, die nicht hier ist.</translation>
    </message>
    <message>
        <source>Litedeck opens web pages and mail addresses only.</source>
        <translation>Litedeck öffnet nur Webseiten und E-Mail-Adressen.</translation>
    </message>
    <message>
        <source>“%1” is only a name to sign in with. The link leads to %2.</source>
        <extracomment>%1 and %2 are hosts such as &quot;example.org&quot;.</extracomment>
        <translation>„%1“ ist nur ein Name zum Anmelden. Der Link führt zu %2.</translation>
    </message>
    <message>
        <source>Written out, the host reads “%1”. Some of its letters may be others than they seem.</source>
        <translation>Ausgeschrieben lautet der Host „%1“. Einige seiner Buchstaben sind vielleicht andere, als sie scheinen.</translation>
    </message>
    <message>
        <source>Open this link?</source>
        <translation>Diesen Link öffnen?</translation>
    </message>
    <message>
        <source>This link cannot be opened</source>
        <translation>Dieser Link lässt sich nicht öffnen</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>Link kopieren</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
</context>
<context>
    <name>litedeck::MainWindow</name>
    <message>
        <source>%1 – Litedeck</source>
        <translation>%1 – Litedeck</translation>
    </message>
    <message>
        <source>%1 through %2</source>
        <extracomment>The gateway answers at its second address, %2, since the first one does not.</extracomment>
        <translation>%1 über %2</translation>
    </message>
    <message>
        <source>This cannot be tried again now: another reply of its chat is on its way, or its message was deleted.</source>
        <translation>Das kann jetzt nicht noch einmal versucht werden: Eine andere Antwort des Chats ist unterwegs, oder die Nachricht wurde gelöscht.</translation>
    </message>
</context>
<context>
    <name>litedeck::MetricsCard</name>
    <message>
        <source>Endpoints</source>
        <translation>Endpunkte</translation>
    </message>
    <message>
        <source>Reset metrics</source>
        <translation>Messwerte zurücksetzen</translation>
    </message>
    <message>
        <source>No request has been made yet.</source>
        <translation>Es gab noch keine Anfrage.</translation>
    </message>
    <message>
        <source>Metrics by endpoint</source>
        <translation>Messwerte je Endpunkt</translation>
    </message>
    <message>
        <source>Export metrics</source>
        <translation>Messwerte exportieren</translation>
    </message>
    <message>
        <source>CSV table</source>
        <translation>CSV-Tabelle</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
</context>
<context>
    <name>litedeck::MetricsModel</name>
    <message>
        <source>%1 %</source>
        <extracomment>A share in percent, such as &quot;12.5 %&quot;.</extracomment>
        <translation>%1&#xa0;%</translation>
    </message>
    <message>
        <source>Endpoint</source>
        <translation>Endpunkt</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Error rate</source>
        <translation>Fehlerrate</translation>
    </message>
    <message>
        <source>Average</source>
        <translation>Mittelwert</translation>
    </message>
    <message>
        <source>p95</source>
        <extracomment>The 95th percentile of the latencies.</extracomment>
        <translation>p95</translation>
    </message>
</context>
<context>
    <name>litedeck::ModelChoice</name>
    <message>
        <source>The team may not use %1: choose another model</source>
        <extracomment>%1 is a model such as &quot;gpt-4o&quot;.</extracomment>
        <translation>Das Team darf %1 nicht verwenden: Wählen Sie ein anderes Modell</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>The model that answers the next message</source>
        <translation>Das Modell, das die nächste Nachricht beantwortet</translation>
    </message>
    <message>
        <source>The team may use no model: ask its administrator for one</source>
        <translation>Das Team darf kein Modell benutzen: Bitten Sie seine Verwaltung um eines</translation>
    </message>
</context>
<context>
    <name>litedeck::ModelWords</name>
    <message>
        <source>%1 tokens of context</source>
        <translation>%1 Token Kontext</translation>
    </message>
    <message>
        <source>images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>reasoning</source>
        <translation>Schlussfolgern</translation>
    </message>
    <message>
        <source>%1 in and %2 out for a million tokens</source>
        <translation>%1 hinein und %2 heraus für eine Million Token</translation>
    </message>
</context>
<context>
    <name>litedeck::NavigationRail</name>
    <message>
        <source>Chats</source>
        <translation>Chats</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>Jobs</source>
        <extracomment>Page with the team&apos;s jobs: units of work that are paid for with credits.</extracomment>
        <translation>Jobs</translation>
    </message>
    <message>
        <source>Diagnostics</source>
        <translation>Diagnose</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>%1 is the name of a page, %2 a keyboard shortcut.</extracomment>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>litedeck::NextCostHint</name>
    <message>
        <source>credits unknown</source>
        <translation>Credits unbekannt</translation>
    </message>
    <message>
        <source>charged when you finish</source>
        <translation>berechnet beim Abschließen</translation>
    </message>
    <message>
        <source>price unknown</source>
        <translation>Preis unbekannt</translation>
    </message>
    <message>
        <source>Estimated before sending: this message and what goes along with it, at %1 characters a token and %2 tokens an image.</source>
        <translation>Geschätzt vor dem Senden: diese Nachricht und was mit ihr mitgeht, mit %1 Zeichen je Token und %2 Tokens je Bild.</translation>
    </message>
    <message>
        <source>The server tells no price of this model.</source>
        <translation>Der Server nennt keinen Preis für dieses Modell.</translation>
    </message>
    <message>
        <source>The reply comes on top, at %1 for a million tokens.</source>
        <extracomment>%1 is an amount of money such as &quot;$0.60&quot;.</extracomment>
        <translation>Die Antwort kommt hinzu, zu %1 je Million Tokens.</translation>
    </message>
    <message>
        <source>The reply comes on top.</source>
        <translation>Die Antwort kommt hinzu.</translation>
    </message>
    <message>
        <source>about %1</source>
        <extracomment>%1 is such as &quot;1 credit&quot;.</extracomment>
        <translation>etwa %1</translation>
    </message>
    <message>
        <source>lately %1 a message</source>
        <extracomment>%1 is such as &quot;1 credit&quot;.</extracomment>
        <translation>zuletzt %1 je Nachricht</translation>
    </message>
    <message>
        <source>about %1 when you finish</source>
        <extracomment>%1 is such as &quot;12 credits&quot;.</extracomment>
        <translation>etwa %1, wenn Sie abschließen</translation>
    </message>
    <message>
        <source>Credits: what each of the newest messages with this model took, by your team&apos;s ledger.</source>
        <translation>Credits: was jede der letzten Nachrichten mit diesem Modell laut dem Kontobuch Ihres Teams gekostet hat.</translation>
    </message>
</context>
<context>
    <name>litedeck::OpenJobBar</name>
    <message>
        <source>The messages of this chat go into one job, which is charged when you finish it.</source>
        <translation>Die Nachrichten dieses Chats gehen in einen Job, der berechnet wird, wenn Sie ihn abschließen.</translation>
    </message>
    <message numerus="yes">
        <source>%n answered message(s) in one open job. It is charged when you finish it.</source>
        <translation>
            <numerusform>%n beantwortete Nachricht in einem offenen Job. Er wird berechnet, wenn Sie ihn abschließen.</numerusform>
            <numerusform>%n beantwortete Nachrichten in einem offenen Job. Er wird berechnet, wenn Sie ihn abschließen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Finishing the job of this chat…</source>
        <translation>Der Job dieses Chats wird abgeschlossen …</translation>
    </message>
    <message>
        <source>Finish and pay</source>
        <translation>Abschließen und bezahlen</translation>
    </message>
    <message>
        <source>The job of this chat is finished and was charged. The next message opens another one.</source>
        <translation>Der Job dieses Chats ist abgeschlossen und wurde berechnet. Die nächste Nachricht öffnet einen neuen.</translation>
    </message>
    <message>
        <source>The job of this chat is finished. Nothing was charged.</source>
        <translation>Der Job dieses Chats ist abgeschlossen. Es wurde nichts berechnet.</translation>
    </message>
    <message>
        <source>No message in the open job was answered: finishing it is free.</source>
        <translation>Keine Nachricht im offenen Job wurde beantwortet: Ihn abzuschließen kostet nichts.</translation>
    </message>
    <message numerus="yes">
        <source>%n answered message(s) in one open job. Finishing it takes %1.</source>
        <extracomment>%1 is such as &quot;1 credit&quot;.</extracomment>
        <translation>
            <numerusform>%n beantwortete Nachricht in einem offenen Job. Ihn abzuschließen kostet %1.</numerusform>
            <numerusform>%n beantwortete Nachrichten in einem offenen Job. Ihn abzuschließen kostet %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answered message(s) in one open job. Finishing it takes about %1, for %2, %3.</source>
        <extracomment>%1 is such as &quot;30 credits&quot;, %2 such as &quot;3,090 tokens&quot;, %3 such as &quot;$0.00444&quot;.</extracomment>
        <translation>
            <numerusform>%n beantwortete Nachricht in einem offenen Job. Ihn abzuschließen kostet etwa %1, für %2, %3.</numerusform>
            <numerusform>%n beantwortete Nachrichten in einem offenen Job. Ihn abzuschließen kostet etwa %1, für %2, %3.</numerusform>
        </translation>
    </message>
    <message>
        <source>The job of this chat is finished and took %1. The next message opens another one.</source>
        <extracomment>%1 is such as &quot;30 credits&quot;.</extracomment>
        <translation>Der Job dieses Chats ist abgeschlossen und hat %1 gekostet. Die nächste Nachricht öffnet einen neuen.</translation>
    </message>
</context>
<context>
    <name>litedeck::OpenJobsNotice</name>
    <message>
        <source>Completing job %L1 of %L2 as failed…</source>
        <translation>Job %L1 von %L2 wird als fehlgeschlagen abgeschlossen …</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stoppen</translation>
    </message>
    <message>
        <source>Complete all as failed</source>
        <translation>Alle als fehlgeschlagen abschließen</translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>Zeigen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln job(s) are open for more than 15 minutes; whoever started them may be gone.</source>
        <translation>
            <numerusform>%Ln Job ist seit mehr als 15 Minuten offen; wer ihn begann, ist vielleicht nicht mehr da.</numerusform>
            <numerusform>%Ln Jobs sind seit mehr als 15 Minuten offen; wer sie begann, ist vielleicht nicht mehr da.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Complete %Ln job(s) as failed? They take no credit. Programs that still work on them can go on calling, but the jobs stay failed.</source>
        <translation>
            <numerusform>%Ln Job als fehlgeschlagen abschließen? Er kostet keinen Credit. Ein Programm, das noch daran arbeitet, kann weiter aufrufen, aber der Job bleibt fehlgeschlagen.</numerusform>
            <numerusform>%Ln Jobs als fehlgeschlagen abschließen? Sie kosten keinen Credit. Programme, die noch daran arbeiten, können weiter aufrufen, aber die Jobs bleiben fehlgeschlagen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Complete all as failed…</source>
        <translation>Alle als fehlgeschlagen abschließen …</translation>
    </message>
</context>
<context>
    <name>litedeck::ParameterForm</name>
    <message>
        <source>Temperature</source>
        <translation>Temperatur</translation>
    </message>
    <message>
        <source>Top p</source>
        <translation>Top p</translation>
    </message>
    <message>
        <source>Frequency penalty</source>
        <translation>Häufigkeitsabzug</translation>
    </message>
    <message>
        <source>Presence penalty</source>
        <translation>Wiederkehrabzug</translation>
    </message>
    <message>
        <source>Max tokens</source>
        <translation>Höchstzahl Tokens</translation>
    </message>
    <message>
        <source>Stop sequences</source>
        <translation>Stoppfolgen</translation>
    </message>
    <message>
        <source>0 keeps to the likeliest words, 2 is wild</source>
        <translation>0 bleibt bei den wahrscheinlichsten Wörtern, 2 ist wild</translation>
    </message>
    <message>
        <source>0 to 1: the share of likely words to choose from</source>
        <translation>0 bis 1: Anteil der wahrscheinlichen Wörter zur Auswahl</translation>
    </message>
    <message>
        <source>−2 to 2: against saying words again</source>
        <translation>−2 bis 2: gegen wiederholte Wörter</translation>
    </message>
    <message>
        <source>−2 to 2: for new subjects</source>
        <translation>−2 bis 2: für neue Themen</translation>
    </message>
    <message>
        <source>Where a reply is cut off</source>
        <translation>Wo eine Antwort abgeschnitten wird</translation>
    </message>
    <message>
        <source>Up to 4, one a line; \n is a line break</source>
        <translation>Bis zu 4, eine je Zeile; \n ist ein Zeilenumbruch</translation>
    </message>
    <message>
        <source>Not set</source>
        <translation>Nicht gesetzt</translation>
    </message>
    <message>
        <source>Enter a whole number from 1, or leave it empty.</source>
        <translation>Geben Sie eine ganze Zahl ab 1 ein, oder lassen Sie das Feld leer.</translation>
    </message>
    <message>
        <source>Enter a number from %1 to %2, or leave it empty.</source>
        <extracomment>%1 and %2 are the least and the greatest number.</extracomment>
        <translation>Geben Sie eine Zahl von %1 bis %2 ein, oder lassen Sie das Feld leer.</translation>
    </message>
    <message numerus="yes">
        <source>At most %n stop sequence(s).</source>
        <translation>
            <numerusform>Höchstens %n Stoppfolge.</numerusform>
            <numerusform>Höchstens %n Stoppfolgen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>litedeck::PlotCard</name>
    <message>
        <source>Show as table</source>
        <translation>Als Tabelle zeigen</translation>
    </message>
    <message>
        <source>Show as table: %1</source>
        <extracomment>Read aloud by screen readers: %1 is what is plotted, such as &quot;Balance&quot;.</extracomment>
        <translation>Als Tabelle zeigen: %1</translation>
    </message>
    <message>
        <source>Arrow keys walk the values.</source>
        <translation>Pfeiltasten gehen die Werte durch.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>Read aloud by screen readers: what is plotted, and one value of it in words.</extracomment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>litedeck::PlotChart</name>
    <message>
        <source>d MMM</source>
        <extracomment>A date on the axis of a plot, as QDateTime writes it; &quot;22 Nov&quot;.</extracomment>
        <translation>d. MMM</translation>
    </message>
</context>
<context>
    <name>litedeck::ProfileForm</name>
    <message>
        <source>Enter the server&apos;s address.</source>
        <translation>Geben Sie die Adresse des Servers ein.</translation>
    </message>
    <message>
        <source>Enter the team&apos;s name.</source>
        <translation>Geben Sie den Namen des Teams ein.</translation>
    </message>
    <message>
        <source>Begin the address with https:// or http://.</source>
        <translation>Die Adresse muss mit https:// oder http:// beginnen.</translation>
    </message>
    <message>
        <source>The name of the server is missing.</source>
        <translation>Der Name des Servers fehlt.</translation>
    </message>
    <message>
        <source>Leave user name and password out of the address.</source>
        <translation>Lassen Sie Benutzernamen und Passwort in der Adresse weg.</translation>
    </message>
    <message>
        <source>Leave out everything from the ? or # on.</source>
        <translation>Lassen Sie alles ab dem ? oder # weg.</translation>
    </message>
    <message>
        <source>The second server is the same as the first.</source>
        <translation>Der zweite Server ist derselbe wie der erste.</translation>
    </message>
    <message>
        <source>Server address</source>
        <translation>Serveradresse</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>Virtual key</source>
        <translation>Virtueller Schlüssel</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>What you call this connection; may stay empty.</source>
        <translation>Ihr Name für diese Verbindung; kann leer bleiben.</translation>
    </message>
    <message>
        <source>Enter the virtual key.</source>
        <translation>Geben Sie den virtuellen Schlüssel ein.</translation>
    </message>
    <message>
        <source>http:// is not encrypted: others on the way can read the key.</source>
        <translation>http:// ist unverschlüsselt: Unterwegs können andere den Schlüssel mitlesen.</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Verbergen</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>Hide key</source>
        <translation>Schlüssel verbergen</translation>
    </message>
    <message>
        <source>Show key</source>
        <translation>Schlüssel anzeigen</translation>
    </message>
    <message>
        <source>Second address</source>
        <translation>Zweite Adresse</translation>
    </message>
    <message>
        <source>The same gateway at another address, for when the first does not answer; may stay empty.</source>
        <translation>Dasselbe Gateway unter einer anderen Adresse, falls die erste nicht antwortet; kann leer bleiben.</translation>
    </message>
    <message>
        <source>This is not an address such as https://gateway.example.com.</source>
        <translation>Das ist keine Adresse wie https://gateway.example.com.</translation>
    </message>
    <message>
        <source>It is kept in the keychain, where there is one.</source>
        <translation>Er kommt in den Schlüsselbund, wo es einen gibt.</translation>
    </message>
    <message>
        <source>It is kept in the keychain.</source>
        <translation>Er kommt in den Schlüsselbund.</translation>
    </message>
    <message>
        <source>There is no keychain here, so it is kept for this run only.</source>
        <translation>Hier gibt es keinen Schlüsselbund, deshalb wird er nur bis zum Programmende behalten.</translation>
    </message>
    <message>
        <source>The first address is encrypted, so the second one must begin with https:// too.</source>
        <translation>Die erste Adresse ist verschlüsselt, also muss auch die zweite mit https:// beginnen.</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <extracomment>The name of a connection: %1 is a team, %2 a server.</extracomment>
        <translation>%1 auf %2</translation>
    </message>
    <message>
        <source>There is a connection to this team already: “%1”.</source>
        <translation>Zu diesem Team gibt es schon eine Verbindung: „%1“.</translation>
    </message>
    <message>
        <source>Another connection has this name.</source>
        <translation>Eine andere Verbindung heißt schon so.</translation>
    </message>
    <message>
        <source> and </source>
        <extracomment>Joins the names of two servers.</extracomment>
        <translation> und </translation>
    </message>
    <message>
        <source>Send my key to %1 without encryption</source>
        <translation>Meinen Schlüssel unverschlüsselt an %1 senden</translation>
    </message>
    <message>
        <source>Use an address with https://, or tick this.</source>
        <translation>Nehmen Sie eine Adresse mit https://, oder setzen Sie dieses Häkchen.</translation>
    </message>
    <message>
        <source>Leave this empty to keep the present key.</source>
        <translation>Leer lassen, um den jetzigen Schlüssel zu behalten.</translation>
    </message>
    <message>
        <source>Your team&apos;s administrator gives it out.</source>
        <translation>Sie bekommen ihn von der Verwaltung Ihres Teams.</translation>
    </message>
    <message>
        <source>This will be another connection; the chats of “%1” stay with “%1”.</source>
        <translation>Das wird eine andere Verbindung; die Chats von „%1“ bleiben bei „%1“.</translation>
    </message>
    <message>
        <source>There is a connection with a key of the same team and user already: “%1”. Change its key there.</source>
        <translation>Es gibt schon eine Verbindung mit einem Schlüssel desselben Teams und Benutzers: „%1“. Ändern Sie den Schlüssel dort.</translation>
    </message>
    <message>
        <source>Only SaaS LiteLLM needs it; a LiteLLM proxy knows it by the key.</source>
        <translation>Nur SaaS LiteLLM braucht es; ein LiteLLM-Proxy kennt es durch den Schlüssel.</translation>
    </message>
</context>
<context>
    <name>litedeck::PromptLibraryDialog</name>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Prompt library</source>
        <translation>Prompt-Bibliothek</translation>
    </message>
    <message>
        <source>Prompts</source>
        <translation>Prompts</translation>
    </message>
    <message>
        <source>Add a prompt</source>
        <translation>Prompt hinzufügen</translation>
    </message>
    <message>
        <source>Delete the prompt</source>
        <translation>Prompt löschen</translation>
    </message>
    <message>
        <source>Texts to write again with a few keys: type / at the beginning of a message.</source>
        <translation>Texte, die sich mit wenigen Tasten wieder schreiben lassen: / am Anfang einer Nachricht.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Without a name</source>
        <translation>Ohne Namen</translation>
    </message>
    <message>
        <source>Give the prompt a name.</source>
        <translation>Geben Sie dem Prompt einen Namen.</translation>
    </message>
    <message>
        <source>Write the prompt&apos;s text.</source>
        <translation>Schreiben Sie den Text des Prompts.</translation>
    </message>
</context>
<context>
    <name>litedeck::PromptPicker</name>
    <message>
        <source>Prompts</source>
        <translation>Prompts</translation>
    </message>
    <message>
        <source>Find a prompt</source>
        <translation>Prompt suchen</translation>
    </message>
    <message>
        <source>Edit prompts…</source>
        <translation>Prompts bearbeiten …</translation>
    </message>
    <message>
        <source>Edit prompts</source>
        <translation>Prompts bearbeiten</translation>
    </message>
</context>
<context>
    <name>litedeck::RailButton</name>
    <message numerus="yes">
        <source>%n item(s) need attention</source>
        <translation>
            <numerusform>%n Eintrag mit Handlungsbedarf</numerusform>
            <numerusform>%n Einträge mit Handlungsbedarf</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>litedeck::RawJobDialog</name>
    <message>
        <source>Job %1 as the server has it</source>
        <extracomment>%1 is the beginning of a job&apos;s id.</extracomment>
        <translation>Job %1, wie ihn der Server hat</translation>
    </message>
    <message>
        <source>Job as JSON</source>
        <translation>Job als JSON</translation>
    </message>
    <message>
        <source>Loading the job…</source>
        <translation>Job wird geladen …</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
</context>
<context>
    <name>litedeck::Readout</name>
    <message>
        <source>%1: %2</source>
        <extracomment>Read aloud by screen readers: %1 is a label such as &quot;Credits&quot;, %2 its value.</extracomment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>litedeck::RecordWords</name>
    <message>
        <source>Jobs</source>
        <translation>Jobs</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln job(s)</source>
        <translation>
            <numerusform>%Ln Job</numerusform>
            <numerusform>%Ln Jobs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln request(s)</source>
        <translation>
            <numerusform>%Ln Anfrage</numerusform>
            <numerusform>%Ln Anfragen</numerusform>
        </translation>
    </message>
    <message>
        <source>Load older jobs</source>
        <translation>Ältere Jobs laden</translation>
    </message>
    <message>
        <source>Load older requests</source>
        <translation>Ältere Anfragen laden</translation>
    </message>
    <message>
        <source>Refresh jobs</source>
        <translation>Jobs aktualisieren</translation>
    </message>
    <message>
        <source>Refresh requests</source>
        <translation>Anfragen aktualisieren</translation>
    </message>
    <message>
        <source>Export jobs</source>
        <translation>Jobs exportieren</translation>
    </message>
    <message>
        <source>Export requests</source>
        <translation>Anfragen exportieren</translation>
    </message>
    <message>
        <source>Search id, type, model, error, metadata</source>
        <translation>ID, Typ, Modell, Fehler, Metadaten durchsuchen</translation>
    </message>
    <message>
        <source>Search id, session, model, error, metadata</source>
        <translation>Kennung, Sitzung, Modell, Fehler, Metadaten suchen</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Sitzung</translation>
    </message>
    <message>
        <source>Job id</source>
        <translation>Job-ID</translation>
    </message>
    <message>
        <source>Request id</source>
        <translation>Anfrage-ID</translation>
    </message>
    <message>
        <source>No job matches</source>
        <translation>Kein passender Job</translation>
    </message>
    <message>
        <source>No request matches</source>
        <translation>Keine Anfrage passt</translation>
    </message>
    <message>
        <source>None of the jobs passes these filters.</source>
        <translation>Keiner der Jobs passt zu diesen Filtern.</translation>
    </message>
    <message>
        <source>None of the requests passes these filters.</source>
        <translation>Keine der Anfragen passt zu diesen Filtern.</translation>
    </message>
    <message>
        <source>Loading jobs…</source>
        <translation>Jobs werden geladen …</translation>
    </message>
    <message>
        <source>Loading requests…</source>
        <translation>Anfragen werden geladen …</translation>
    </message>
    <message>
        <source>The jobs could not be loaded</source>
        <translation>Die Jobs konnten nicht geladen werden</translation>
    </message>
    <message>
        <source>The requests could not be loaded</source>
        <translation>Die Anfragen konnten nicht geladen werden</translation>
    </message>
    <message>
        <source>This key cannot see jobs</source>
        <translation>Dieser Schlüssel sieht keine Jobs</translation>
    </message>
    <message>
        <source>This key cannot see requests</source>
        <translation>Dieser Schlüssel sieht keine Anfragen</translation>
    </message>
    <message>
        <source>It is for calls of models only. Ask your administrator for a key that may also read the log of requests.</source>
        <translation>Er ist nur für Aufrufe von Modellen. Bitten Sie Ihren Administrator um einen Schlüssel, der auch das Protokoll der Anfragen lesen darf.</translation>
    </message>
    <message>
        <source>The log of requests needs a key that belongs to a person. Ask your administrator for one that is made for your user.</source>
        <translation>Das Protokoll der Anfragen braucht einen Schlüssel, der einer Person gehört. Bitten Sie Ihren Administrator um einen für Ihren Benutzer.</translation>
    </message>
    <message>
        <source>The server does not let it read the log of requests. Ask your administrator to allow that.</source>
        <translation>Der Server lässt ihn das Protokoll der Anfragen nicht lesen. Bitten Sie Ihren Administrator, das zu erlauben.</translation>
    </message>
    <message>
        <source>The server keeps no log of requests for it.</source>
        <translation>Der Server führt kein Protokoll der Anfragen für ihn.</translation>
    </message>
    <message>
        <source>No jobs yet</source>
        <translation>Noch keine Jobs</translation>
    </message>
    <message>
        <source>No requests yet</source>
        <translation>Noch keine Anfragen</translation>
    </message>
    <message>
        <source>Each message that you send and each program that calls with the team&apos;s key makes one.</source>
        <translation>Jede gesendete Nachricht und jeder Programmaufruf mit dem Schlüssel des Teams erzeugt einen Job.</translation>
    </message>
    <message>
        <source>Each message that you send and each call of a program with this key makes one.</source>
        <translation>Jede Nachricht, die Sie senden, und jeder Aufruf eines Programms mit diesem Schlüssel ist eine.</translation>
    </message>
    <message>
        <source>Only jobs that failed for the same cause.</source>
        <translation>Nur Jobs, die aus derselben Ursache fehlschlugen.</translation>
    </message>
    <message>
        <source>Only requests that failed for the same cause.</source>
        <translation>Nur Anfragen, die aus demselben Grund fehlschlugen.</translation>
    </message>
    <message>
        <source>Show all jobs</source>
        <translation>Alle Jobs zeigen</translation>
    </message>
    <message>
        <source>Show all requests</source>
        <translation>Alle Anfragen zeigen</translation>
    </message>
    <message>
        <source>Job details</source>
        <translation>Jobdetails</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>No job selected</source>
        <translation>Kein Job ausgewählt</translation>
    </message>
    <message>
        <source>No request selected</source>
        <translation>Keine Anfrage ausgewählt</translation>
    </message>
    <message>
        <source>Select a job to see when it ran, what it cost and why it failed.</source>
        <translation>Wählen Sie einen Job aus, um zu sehen, wann er lief, was er kostete und warum er gescheitert ist.</translation>
    </message>
    <message>
        <source>Select a request to see when it ran, what it cost and why it failed.</source>
        <translation>Wählen Sie eine Anfrage, um zu sehen, wann sie lief, was sie kostete und warum sie fehlschlug.</translation>
    </message>
    <message>
        <source>Loading the job…</source>
        <translation>Job wird geladen …</translation>
    </message>
    <message>
        <source>Loading the request…</source>
        <translation>Die Anfrage wird geladen …</translation>
    </message>
    <message>
        <source>The job could not be loaded</source>
        <translation>Der Job konnte nicht geladen werden</translation>
    </message>
    <message>
        <source>The request could not be loaded</source>
        <translation>Die Anfrage konnte nicht geladen werden</translation>
    </message>
    <message>
        <source>This job</source>
        <translation>Dieser Job</translation>
    </message>
    <message>
        <source>This request</source>
        <translation>Diese Anfrage</translation>
    </message>
    <message>
        <source>Show that job</source>
        <translation>Diesen Job zeigen</translation>
    </message>
    <message>
        <source>Show that request</source>
        <translation>Jene Anfrage zeigen</translation>
    </message>
    <message numerus="yes">
        <source>Same cause in %Ln other job(s) since %1</source>
        <extracomment>%1 is a day, such as &quot;Monday&quot; or &quot;12/11/2026&quot;.</extracomment>
        <translation>
            <numerusform>Gleiche Ursache in %Ln anderen Job seit %1</numerusform>
            <numerusform>Gleiche Ursache in %Ln anderen Jobs seit %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Same cause in %Ln other request(s) since %1</source>
        <extracomment>%1 is a day, such as &quot;Monday&quot; or &quot;12/11/2026&quot;.</extracomment>
        <translation>
            <numerusform>Derselbe Grund bei %Ln anderen Anfrage seit %1</numerusform>
            <numerusform>Derselbe Grund bei %Ln anderen Anfragen seit %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Reported in words of the program that ran the job</source>
        <translation>Gemeldet in Worten des Programms, das den Job ausgeführt hat</translation>
    </message>
    <message>
        <source>Reported in words of the model&apos;s provider</source>
        <translation>In den Worten des Anbieters des Modells</translation>
    </message>
</context>
<context>
    <name>litedeck::ReplyWait</name>
    <message>
        <source>%1 Trying again in %2 (attempt %3 of %4).</source>
        <extracomment>%1 is what went wrong, %2 a duration such as &quot;4 s&quot;, %3 and %4 count attempts.</extracomment>
        <translation>%1 Neuer Versuch in %2 (Versuch %3 von %4).</translation>
    </message>
    <message>
        <source>%1 Asking the server what became of the call before anything is sent again.</source>
        <extracomment>%1 is what went wrong.</extracomment>
        <translation>%1 Vor erneutem Senden wird beim Server abgefragt, was aus dem Aufruf wurde.</translation>
    </message>
</context>
<context>
    <name>litedeck::RequestDetails</name>
    <message>
        <source>Request details</source>
        <translation>Anfragedetails</translation>
    </message>
    <message>
        <source>Copy request details</source>
        <translation>Anfragedetails kopieren</translation>
    </message>
    <message>
        <source>Close request details</source>
        <translation>Anfragedetails schließen</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Request line</source>
        <translation>Anfragezeile</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Effect</source>
        <translation>Wirkung</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Attempt</source>
        <translation>Versuch</translation>
    </message>
    <message>
        <source>Times sent</source>
        <extracomment>How often the bytes of one attempt left this computer.</extracomment>
        <translation>Wie oft gesendet</translation>
    </message>
    <message>
        <source>Request id</source>
        <translation>Anfrage-ID</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Cause</source>
        <extracomment>What the server said about an error.</extracomment>
        <translation>Ursache</translation>
    </message>
    <message>
        <source>Class</source>
        <extracomment>The exception class in LiteLLM&apos;s terms.</extracomment>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>Next attempt</source>
        <translation>Nächster Versuch</translation>
    </message>
    <message>
        <source>after %1</source>
        <translation>nach %1</translation>
    </message>
    <message>
        <source>Sent</source>
        <extracomment>How much data left this computer.</extracomment>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Empfangen</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>Job</translation>
    </message>
</context>
<context>
    <name>litedeck::RequestFacts</name>
    <message>
        <source>Time to first token</source>
        <translation>Zeit bis zum ersten Token</translation>
    </message>
    <message>
        <source>Model asked for</source>
        <translation>Gefragtes Modell</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Cached tokens</source>
        <translation>Token aus dem Cache</translation>
    </message>
    <message>
        <source>Reasoning tokens</source>
        <translation>Token fürs Schlussfolgern</translation>
    </message>
    <message>
        <source>Cost of the prompt</source>
        <translation>Kosten der Eingabe</translation>
    </message>
    <message>
        <source>Cost of the reply</source>
        <translation>Kosten der Antwort</translation>
    </message>
    <message>
        <source>Of it, read from the cache</source>
        <extracomment>Is part of the cost of the prompt.</extracomment>
        <translation>Davon aus dem Cache gelesen</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>Rabatt</translation>
    </message>
    <message>
        <source>Margin</source>
        <extracomment>What the server&apos;s operator adds to the cost.</extracomment>
        <translation>Aufschlag</translation>
    </message>
    <message>
        <source>Answered from</source>
        <translation>Beantwortet aus</translation>
    </message>
    <message>
        <source>the server&apos;s cache</source>
        <translation>dem Cache des Servers</translation>
    </message>
    <message>
        <source>Retries</source>
        <translation>Wiederholungen</translation>
    </message>
    <message>
        <source>Fallbacks</source>
        <extracomment>How often the server went on to another model.</extracomment>
        <translation>Ersatzmodelle</translation>
    </message>
    <message>
        <source>Guardrails</source>
        <translation>Schutzregeln</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>Kind of error</source>
        <translation>Art des Fehlers</translation>
    </message>
    <message>
        <source>Error code</source>
        <translation>Fehlercode</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>Ursache</translation>
    </message>
</context>
<context>
    <name>litedeck::RequestLogModel</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Methode</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Effect</source>
        <extracomment>What a request did on the server: done, rejected, not sent, unclear.</extracomment>
        <translation>Wirkung</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Attempt</source>
        <translation>Versuch</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
</context>
<context>
    <name>litedeck::RequestLogView</name>
    <message>
        <source>Failures only</source>
        <translation>Nur Fehler</translation>
    </message>
    <message>
        <source>Clear log</source>
        <translation>Protokoll leeren</translation>
    </message>
    <message>
        <source>Request log</source>
        <translation>Anfrageprotokoll</translation>
    </message>
    <message>
        <source>Filter requests</source>
        <translation>Anfragen filtern</translation>
    </message>
    <message>
        <source>Filter path, result, request id</source>
        <translation>Pfad, Ergebnis, Anfrage-ID filtern</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>No requests yet</source>
        <translation>Noch keine Anfragen</translation>
    </message>
    <message>
        <source>Each attempt is listed here as it ends.</source>
        <translation>Jeder Versuch erscheint hier, sobald er endet.</translation>
    </message>
    <message>
        <source>No request fits</source>
        <translation>Keine passende Anfrage</translation>
    </message>
    <message>
        <source>Other words, or all results, may find it.</source>
        <translation>Andere Wörter oder alle Ergebnisse helfen vielleicht weiter.</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>Filter zurücksetzen</translation>
    </message>
    <message>
        <source>Export log</source>
        <translation>Protokoll exportieren</translation>
    </message>
    <message>
        <source>Also written to %1</source>
        <extracomment>%1 is the path of a file.</extracomment>
        <translation>Auch gespeichert in %1</translation>
    </message>
    <message>
        <source>JSON lines</source>
        <translation>JSON Lines</translation>
    </message>
    <message numerus="yes">
        <source>%n attempt(s)</source>
        <translation>
            <numerusform>%n Versuch</numerusform>
            <numerusform>%n Versuche</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>litedeck::RequestWords</name>
    <message>
        <source>complete</source>
        <translation>vollständig</translation>
    </message>
    <message>
        <source>no connection</source>
        <translation>keine Verbindung</translation>
    </message>
    <message>
        <source>host not found</source>
        <translation>Host unbekannt</translation>
    </message>
    <message>
        <source>not secure</source>
        <translation>nicht sicher</translation>
    </message>
    <message>
        <source>connecting took too long</source>
        <translation>Verbinden zu langsam</translation>
    </message>
    <message>
        <source>no answer in time</source>
        <translation>keine Antwort</translation>
    </message>
    <message>
        <source>went silent</source>
        <translation>verstummt</translation>
    </message>
    <message>
        <source>took too long</source>
        <translation>dauerte zu lange</translation>
    </message>
    <message>
        <source>cut off</source>
        <translation>abgerissen</translation>
    </message>
    <message>
        <source>redirect refused</source>
        <translation>Umleitung abgelehnt</translation>
    </message>
    <message>
        <source>too large</source>
        <translation>zu groß</translation>
    </message>
    <message>
        <source>not HTTP</source>
        <translation>kein HTTP</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>A reply that began with an HTTP status (%1) and did not end well (%2).</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>verwehrt</translation>
    </message>
    <message>
        <source>unclear</source>
        <extracomment>Whether the server did what it was asked is not known.</extracomment>
        <translation>unklar</translation>
    </message>
    <message>
        <source>done</source>
        <extracomment>The server did what it was asked.</extracomment>
        <translation>erledigt</translation>
    </message>
    <message>
        <source>Calls go through</source>
        <translation>Aufrufe laufen</translation>
    </message>
    <message>
        <source>Calls are paused</source>
        <translation>Aufrufe pausiert</translation>
    </message>
    <message>
        <source>held back</source>
        <extracomment>The circuit breaker did not let a request go out.</extracomment>
        <translation>zurückgehalten</translation>
    </message>
    <message>
        <source>%1, failed</source>
        <extracomment>A reply with a good HTTP status (%1) that has an error inside.</extracomment>
        <translation>%1, Fehler</translation>
    </message>
    <message>
        <source>no connection to the proxy</source>
        <translation>keine Verbindung zum Proxy</translation>
    </message>
    <message>
        <source>proxy wants a password</source>
        <translation>Proxy verlangt ein Passwort</translation>
    </message>
    <message>
        <source>network lost</source>
        <translation>Netzwerk verloren</translation>
    </message>
    <message>
        <source>The next call is a trial</source>
        <translation>Der nächste Aufruf ist ein Versuch</translation>
    </message>
</context>
<context>
    <name>litedeck::RunwayCard</name>
    <message>
        <source>Runway</source>
        <translation>Reichweite</translation>
    </message>
    <message>
        <source>Runway: %1, %2</source>
        <extracomment>Read aloud by screen readers: %1 is a text such as &quot;About 9 days&quot;, %2 a range of days.</extracomment>
        <translation>Reichweite: %1, %2</translation>
    </message>
</context>
<context>
    <name>litedeck::RunwayWords</name>
    <message>
        <source>less than a day</source>
        <translation>weniger als einen Tag</translation>
    </message>
    <message>
        <source>more than a year</source>
        <translation>mehr als ein Jahr</translation>
    </message>
    <message numerus="yes">
        <source>%Ln day(s)</source>
        <translation>
            <numerusform>%Ln Tag</numerusform>
            <numerusform>%Ln Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>Less than a day</source>
        <translation>Weniger als ein Tag</translation>
    </message>
    <message>
        <source>More than a year</source>
        <translation>Mehr als ein Jahr</translation>
    </message>
    <message numerus="yes">
        <source>About %Ln day(s)</source>
        <translation>
            <numerusform>Etwa %Ln Tag</numerusform>
            <numerusform>Etwa %Ln Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>No end in sight</source>
        <translation>Kein Ende in Sicht</translation>
    </message>
    <message>
        <source>Used up</source>
        <translation>Aufgebraucht</translation>
    </message>
    <message>
        <source>Not enough data</source>
        <translation>Zu wenig Daten</translation>
    </message>
    <message>
        <source>%1 or more at this pace; use differs too much from day to day to say when at the latest</source>
        <extracomment>%1 is a number of days such as &quot;6 days&quot; or &quot;less than a day&quot;.</extracomment>
        <translation>%1 oder mehr bei diesem Tempo; die Nutzung schwankt von Tag zu Tag zu sehr, um ein spätestes Ende zu nennen</translation>
    </message>
    <message>
        <source>at this pace, which hardly changes from day to day</source>
        <translation>bei diesem Tempo, das sich von Tag zu Tag kaum ändert</translation>
    </message>
    <message>
        <source>at this pace, %1 to %2 in eight of ten such forecasts</source>
        <extracomment>%1 is a number, %2 a number of days such as &quot;14 days&quot;.</extracomment>
        <translation>bei diesem Tempo, %1 bis %2 in acht von zehn solchen Prognosen</translation>
    </message>
    <message>
        <source>Credits were added, but none were used yet.</source>
        <translation>Credits wurden gutgeschrieben, aber noch keine verbraucht.</translation>
    </message>
    <message>
        <source>The ledger is known for less than two days, which is too little for a pace.</source>
        <translation>Das Kontobuch ist erst seit weniger als zwei Tagen bekannt, zu wenig für ein Tempo.</translation>
    </message>
    <message numerus="yes">
        <source>Nothing was used in the last %Ln day(s).</source>
        <translation>
            <numerusform>Seit %Ln Tag wurde nichts verbraucht.</numerusform>
            <numerusform>Seit %Ln Tagen wurde nichts verbraucht.</numerusform>
        </translation>
    </message>
    <message>
        <source>No credits are left.</source>
        <translation>Es sind keine Credits übrig.</translation>
    </message>
    <message>
        <source>%1 in %2 make %3 a day.</source>
        <extracomment>%1 is a text such as &quot;120 credits&quot;, %2 one such as &quot;14 days&quot;, %3 a number such as &quot;8.6&quot;.</extracomment>
        <translation>%1 in %2 ergeben %3 am Tag.</translation>
    </message>
    <message numerus="yes">
        <source>the last %Ln day(s)</source>
        <translation>
            <numerusform>dem letzten %Ln Tag</numerusform>
            <numerusform>den letzten %Ln Tagen</numerusform>
        </translation>
    </message>
    <message>
        <source>Days without use count; credits that are added or given back do not.</source>
        <translation>Tage ohne Nutzung zählen mit; Gutschriften und Erstattungen nicht.</translation>
    </message>
    <message>
        <source>%1 ÷ %2 = %3.</source>
        <extracomment>Division: %1 credits by %2 a day makes %3, such as &quot;9 days&quot;.</extracomment>
        <translation>%1 ÷ %2 = %3.</translation>
    </message>
    <message>
        <source>The range follows from how much days differ: %1 as a rule.</source>
        <extracomment>%1 is a number of credits such as &quot;3.2&quot;.</extracomment>
        <translation>Die Spanne folgt daraus, wie sehr sich Tage unterscheiden: in der Regel um %1.</translation>
    </message>
    <message>
        <source>type not told</source>
        <translation>Typ nicht genannt</translation>
    </message>
    <message>
        <source>%1 a day, %2 %</source>
        <extracomment>%1 is a number of credits, %2 a percentage.</extracomment>
        <translation>%1 am Tag, %2 %</translation>
    </message>
    <message>
        <source>at this pace; use differs too much from day to day to say when at the latest</source>
        <translation>bei diesem Tempo; die Nutzung schwankt von Tag zu Tag zu sehr, um ein spätestes Ende zu nennen</translation>
    </message>
    <message>
        <source>No lines of the ledger are known yet. A forecast needs charges on two days or more.</source>
        <translation>Noch sind keine Zeilen des Kontobuchs bekannt. Eine Vorhersage braucht Abbuchungen an mindestens zwei Tagen.</translation>
    </message>
    <message>
        <source>A single charge makes no pace. A forecast needs charges on two days or more.</source>
        <translation>Eine einzelne Abbuchung ergibt kein Tempo. Eine Vorhersage braucht Abbuchungen an mindestens zwei Tagen.</translation>
    </message>
</context>
<context>
    <name>litedeck::SearchField</name>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
</context>
<context>
    <name>litedeck::SearchHitsModel</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <extracomment>A message that was found: %1 title of the conversation, %2 time, %3 words around.</extracomment>
        <translation>%1, %2: %3</translation>
    </message>
</context>
<context>
    <name>litedeck::ServerCard</name>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Time to the next probe</source>
        <translation>Zeit bis zur nächsten Prüfung</translation>
    </message>
    <message>
        <source>Reset circuit breaker</source>
        <translation>Schutzschalter zurücksetzen</translation>
    </message>
    <message>
        <source>Let calls through again now</source>
        <translation>Aufrufe sofort wieder zulassen</translation>
    </message>
    <message>
        <source>Bounds the retries of all calls together; each success gives a part of one back.</source>
        <translation>Begrenzt die Wiederholungen aller Aufrufe zusammen; jeder Erfolg gibt einen Teil einer Wiederholung zurück.</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>Circuit breaker: %1</source>
        <extracomment>Read aloud by screen readers: %1 is such as &quot;Calls go through&quot;.</extracomment>
        <translation>Schutzschalter: %1</translation>
    </message>
    <message>
        <source>next probe in %1</source>
        <translation>nächste Prüfung in %1</translation>
    </message>
    <message>
        <source>Failures</source>
        <extracomment>Failures in a row (%1), of those at which calls are paused (%2).</extracomment>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>%1 of %2 in a row</source>
        <translation>%1 von %2 in Folge</translation>
    </message>
    <message>
        <source>%1 of %2 retries left</source>
        <translation>%1 von %2 Wiederholungen übrig</translation>
    </message>
</context>
<context>
    <name>litedeck::SettingsDialog</name>
    <message>
        <source>Enter sends the message</source>
        <translation>Enter sendet die Nachricht</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Like the desktop</source>
        <translation>Wie der Desktop</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Further tries after a failure</source>
        <translation>Weitere Versuche nach einem Fehler</translation>
    </message>
    <message>
        <source>Calls that may have been charged are never repeated by themselves.</source>
        <translation>Aufrufe, die möglicherweise abgerechnet wurden, werden nie automatisch wiederholt.</translation>
    </message>
    <message>
        <source>Otherwise Ctrl+Enter sends, and Enter begins a new line.</source>
        <translation>Andernfalls sendet Strg+Enter, und Enter beginnt eine neue Zeile.</translation>
    </message>
    <message>
        <source>None</source>
        <extracomment>No backups are kept.</extracomment>
        <translation>Keine</translation>
    </message>
    <message>
        <source> s</source>
        <extracomment>After a number of seconds.</extracomment>
        <translation> s</translation>
    </message>
    <message>
        <source>No limit</source>
        <extracomment>Stands for 0 seconds.</extracomment>
        <translation>Keine Grenze</translation>
    </message>
    <message>
        <source>One a day, in %1. “Import chats” takes the chats of a backup that are not here any more.</source>
        <translation>Eine am Tag, in %1. „Chats importieren“ holt aus einer Sicherung die Chats, die nicht mehr hier sind.</translation>
    </message>
    <message>
        <source>Edit connection…</source>
        <translation>Verbindung bearbeiten …</translation>
    </message>
    <message>
        <source>Edit connection</source>
        <translation>Verbindung bearbeiten</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Warten</translation>
    </message>
    <message>
        <source>Silence before a reply begins</source>
        <translation>Stille vor dem Beginn einer Antwort</translation>
    </message>
    <message>
        <source>Silence within a reply</source>
        <translation>Stille innerhalb einer Antwort</translation>
    </message>
    <message>
        <source>A reply is given up after this much silence, and never while it goes on. A gateway that sends replies in one piece is silent for as long as the model writes.</source>
        <translation>Nach so viel Stille wird eine Antwort aufgegeben, und nie, solange sie weitergeht. Ein Gateway, das Antworten am Stück schickt, ist so lange still, wie das Modell schreibt.</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Open the folder of the backups</source>
        <translation>Ordner der Sicherungen öffnen</translation>
    </message>
    <message>
        <source>Backups of the chats</source>
        <translation>Sicherungen der Chats</translation>
    </message>
</context>
<context>
    <name>litedeck::SharesCard</name>
    <message>
        <source>Used in this team</source>
        <translation>Verbrauch in diesem Team</translation>
    </message>
</context>
<context>
    <name>litedeck::SharesModel</name>
    <message>
        <source>%1 (you)</source>
        <extracomment>%1 is a user of the proxy.</extracomment>
        <translation>%1 (Sie)</translation>
    </message>
    <message>
        <source>Key “%1” (this key)</source>
        <extracomment>%1 names a key of the proxy.</extracomment>
        <translation>Schlüssel „%1“ (dieser)</translation>
    </message>
    <message>
        <source>Key “%1”</source>
        <translation>Schlüssel „%1“</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>Verbraucht</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>Grenze</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>ohne Grenze</translation>
    </message>
</context>
<context>
    <name>litedeck::SummariesModel</name>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>From the start of a job to its end; the server keeps whole seconds.</source>
        <translation>Vom Beginn eines Jobs bis zu seinem Ende; der Server kennt nur ganze Sekunden.</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Unterhaltung</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Jobs</translation>
    </message>
    <message>
        <source>Failed</source>
        <extracomment>Column: how many jobs failed.</extracomment>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Aufrufe</translation>
    </message>
    <message>
        <source>Failed calls</source>
        <translation>Fehlgeschlagene Aufrufe</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Tokens</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>Credits</source>
        <translation>Credits</translation>
    </message>
    <message>
        <source>Average</source>
        <extracomment>Column: how long a job took on average.</extracomment>
        <translation>Mittelwert</translation>
    </message>
    <message>
        <source>95 %</source>
        <extracomment>Column: the time within which 95 of 100 jobs ended.</extracomment>
        <translation>95 %</translation>
    </message>
    <message>
        <source>Not from Litedeck</source>
        <translation>Nicht von Litedeck</translation>
    </message>
    <message>
        <source>Unknown conversation %1</source>
        <extracomment>A conversation that is not kept here; %1 is the beginning of its id.</extracomment>
        <translation>Unbekannte Unterhaltung %1</translation>
    </message>
    <message>
        <source>at least %1</source>
        <extracomment>A sum that leaves something out; %1 is such as &quot;$0.12&quot; or &quot;1,234&quot;.</extracomment>
        <translation>mindestens %1</translation>
    </message>
    <message numerus="yes">
        <source>The known part of the ledger lacks %Ln job(s).</source>
        <translation>
            <numerusform>Dem bekannten Teil des Kontobuchs fehlt %Ln Job.</numerusform>
            <numerusform>Dem bekannten Teil des Kontobuchs fehlen %Ln Jobs.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The costs of %Ln job(s) were not read yet.</source>
        <translation>
            <numerusform>Die Kosten von %Ln Job wurden noch nicht gelesen.</numerusform>
            <numerusform>Die Kosten von %Ln Jobs wurden noch nicht gelesen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The server told neither tokens nor a cost of %Ln call(s).</source>
        <translation>
            <numerusform>Der Server nannte für %Ln Aufruf weder Tokens noch Kosten.</numerusform>
            <numerusform>Der Server nannte für %Ln Aufrufe weder Tokens noch Kosten.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln job(s) are still open; their costs are not final.</source>
        <translation>
            <numerusform>%Ln Job ist noch offen; seine Kosten sind nicht endgültig.</numerusform>
            <numerusform>%Ln Jobs sind noch offen; ihre Kosten sind nicht endgültig.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>litedeck::SummariesPlot</name>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Jobs</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n job(s), cost %2</source>
        <extracomment>%1 is a type, model, day or conversation; %2 is an amount of money.</extracomment>
        <translation>
            <numerusform>%1: %n Job, Kosten %2</numerusform>
            <numerusform>%1: %n Jobs, Kosten %2</numerusform>
        </translation>
    </message>
    <message>
        <source>US dollars, as far as the costs are known.</source>
        <translation>US-Dollar, soweit die Kosten bekannt sind.</translation>
    </message>
    <message>
        <source>Numbers of jobs; none of their costs is known yet.</source>
        <translation>Anzahl der Jobs; noch sind von keinem die Kosten bekannt.</translation>
    </message>
</context>
<context>
    <name>litedeck::SummariesView</name>
    <message>
        <source>Stop reading</source>
        <translation>Lesen stoppen</translation>
    </message>
    <message>
        <source>Export summaries</source>
        <translation>Übersichten exportieren</translation>
    </message>
    <message>
        <source>No jobs to sum up</source>
        <translation>Keine Jobs zusammenzufassen</translation>
    </message>
    <message>
        <source>The jobs that the list shows are summed up here.</source>
        <translation>Hier werden die Jobs zusammengefasst, die die Liste zeigt.</translation>
    </message>
    <message>
        <source>Sum up by</source>
        <translation>Zusammenfassen nach</translation>
    </message>
    <message>
        <source>By type</source>
        <translation>Nach Typ</translation>
    </message>
    <message>
        <source>By model</source>
        <translation>Nach Modell</translation>
    </message>
    <message>
        <source>By day</source>
        <translation>Nach Tag</translation>
    </message>
    <message>
        <source>By conversation</source>
        <translation>Nach Unterhaltung</translation>
    </message>
    <message>
        <source>Costs read</source>
        <translation>Kosten gelesen</translation>
    </message>
    <message>
        <source>Summaries</source>
        <translation>Übersichten</translation>
    </message>
    <message numerus="yes">
        <source>Read the costs of %Ln job(s)</source>
        <translation>
            <numerusform>Kosten von %Ln Job lesen</numerusform>
            <numerusform>Kosten von %Ln Jobs lesen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln job(s)</source>
        <translation>
            <numerusform>%Ln Job</numerusform>
            <numerusform>%Ln Jobs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln job(s) that the filters of the list let through</source>
        <translation>
            <numerusform>%Ln Job, den die Filter der Liste durchlassen</numerusform>
            <numerusform>%Ln Jobs, die die Filter der Liste durchlassen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1; the costs of %Ln of them are not read yet</source>
        <extracomment>%1 is a text such as &quot;300 jobs&quot;.</extracomment>
        <translation>
            <numerusform>%1; die Kosten von %Ln davon sind noch nicht gelesen</numerusform>
            <numerusform>%1; die Kosten von %Ln davon sind noch nicht gelesen</numerusform>
        </translation>
    </message>
    <message>
        <source>Compared</source>
        <translation>Im Vergleich</translation>
    </message>
</context>
<context>
    <name>litedeck::TeamNotice</name>
    <message>
        <source>Show team</source>
        <translation>Team anzeigen</translation>
    </message>
    <message>
        <source>Litedeck</source>
        <translation>Litedeck</translation>
    </message>
</context>
<context>
    <name>litedeck::TeamPage</name>
    <message numerus="yes">
        <source>%1 and %Ln more</source>
        <extracomment>%1 is a list of names; %Ln more are left out.</extracomment>
        <translation>
            <numerusform>%1 und %Ln weiteres</numerusform>
            <numerusform>%1 und %Ln weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation>Noch nicht bekannt</translation>
    </message>
    <message>
        <source>Refresh team</source>
        <translation>Team aktualisieren</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>Zugriff</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <source>Auto refill</source>
        <translation>Automatisches Auffüllen</translation>
    </message>
    <message>
        <source>Last refill</source>
        <translation>Zuletzt aufgefüllt</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Access groups</source>
        <translation>Zugriffsgruppen</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>The account could not be refreshed. %1</source>
        <translation>Das Konto konnte nicht aktualisiert werden. %1</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Used by month</source>
        <translation>Verbrauch nach Monat</translation>
    </message>
    <message>
        <source>Used by type of job</source>
        <translation>Verbrauch nach Art des Jobs</translation>
    </message>
    <message>
        <source>Show the newest</source>
        <translation>Neueste zeigen</translation>
    </message>
    <message>
        <source>Charges in the ledger make bars here.</source>
        <translation>Abbuchungen im Kontobuch ergeben hier Balken.</translation>
    </message>
    <message>
        <source>No balance to plot yet</source>
        <translation>Noch kein Stand zu zeichnen</translation>
    </message>
    <message>
        <source>Nothing used yet</source>
        <translation>Noch nichts verbraucht</translation>
    </message>
    <message>
        <source>Nothing used in the last days</source>
        <translation>In den letzten Tagen nichts verbraucht</translation>
    </message>
    <message>
        <source>Alerts…</source>
        <translation>Warnungen …</translation>
    </message>
    <message>
        <source>Choose what you want to be told of</source>
        <translation>Wählen Sie, was gemeldet werden soll</translation>
    </message>
    <message numerus="yes">
        <source>%Ln of the newest job(s) ran without being charged: too few credits were left.</source>
        <translation>
            <numerusform>%Ln der neuesten Jobs lief, ohne berechnet zu werden: Es waren zu wenige Credits übrig.</numerusform>
            <numerusform>%Ln der neuesten Jobs liefen, ohne berechnet zu werden: Es waren zu wenige Credits übrig.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln older job(s) are marked as not charged; the ledger is not known far enough back to tell.</source>
        <translation>
            <numerusform>%Ln älterer Job ist als nicht berechnet vermerkt; das Kontobuch reicht nicht weit genug zurück, um es zu sagen.</numerusform>
            <numerusform>%Ln ältere Jobs sind als nicht berechnet vermerkt; das Kontobuch reicht nicht weit genug zurück, um es zu sagen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Next call</source>
        <translation>Nächster Aufruf</translation>
    </message>
    <message>
        <source>%1 Last known: %2, %3.</source>
        <extracomment>%1 are sentences; %2 is a text such as &quot;412 credits&quot;, %3 a time of day.</extracomment>
        <translation>%1 Zuletzt bekannt: %2, %3.</translation>
    </message>
    <message>
        <source>%1 Known since %2. Litedeck looks again by itself, less often the longer it lasts; work goes on when the team is active again.</source>
        <extracomment>%1 are sentences about why the team may not work; %2 is a date and time.</extracomment>
        <translation>%1 Bekannt seit %2. Litedeck sieht von selbst wieder nach, seltener, je länger es dauert; es geht weiter, wenn das Team wieder aktiv ist.</translation>
    </message>
    <message>
        <source>Last known, %1</source>
        <extracomment>%1 is a text such as &quot;as of 09:14, 2 min ago&quot;.</extracomment>
        <translation>Zuletzt bekannt, %1</translation>
    </message>
    <message>
        <source>It needs lines of the ledger from two days or more.</source>
        <translation>Dafür braucht es Zeilen des Kontobuchs von mindestens zwei Tagen.</translation>
    </message>
    <message>
        <source>Begins again</source>
        <translation>Beginnt neu</translation>
    </message>
    <message>
        <source>Pace</source>
        <translation>Tempo</translation>
    </message>
</context>
<context>
    <name>litedeck::TeamPlots</name>
    <message>
        <source>%1: about %2 expected, %3 to %4</source>
        <extracomment>%1 is a date, %2 a text such as &quot;412 credits&quot;, %3 and %4 are numbers of credits.</extracomment>
        <translation>%1: etwa %2 erwartet, %3 bis %4</translation>
    </message>
    <message>
        <source>expected</source>
        <translation>erwartet</translation>
    </message>
    <message>
        <source>Day</source>
        <extracomment>Heads a column of the table behind a plot: whether the balance is known or expected.</extracomment>
        <translation>Tag</translation>
    </message>
    <message>
        <source>How known</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <source>Credits</source>
        <translation>Credits</translation>
    </message>
    <message>
        <source>At least</source>
        <translation>Mindestens</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>Höchstens</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Monat</translation>
    </message>
    <message>
        <source>Charges</source>
        <translation>Abbuchungen</translation>
    </message>
    <message>
        <source>Type of job</source>
        <translation>Art des Jobs</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 is a date and time, %2 a text such as &quot;412 credits&quot;.</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>recorded</source>
        <translation>verbucht</translation>
    </message>
    <message>
        <source>The line is what the ledger recorded.</source>
        <translation>Die Linie ist, was das Kontobuch verzeichnet.</translation>
    </message>
    <message>
        <source>The line is what the ledger recorded, the dashes what this pace leads to, the shade where it should end up in eight of ten cases.</source>
        <translation>Die Linie ist, was das Kontobuch verzeichnet, die Striche, wohin dieses Tempo führt, die Fläche, wo es in acht von zehn Fällen enden sollte.</translation>
    </message>
    <message numerus="yes">
        <source>%1: %2 in %Ln charge(s)</source>
        <extracomment>%1 is a month, %2 a text such as &quot;412 credits&quot;; %Ln charges took them.</extracomment>
        <translation>
            <numerusform>%1: %2 in %Ln Abbuchung</numerusform>
            <numerusform>%1: %2 in %Ln Abbuchungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Credits that charges took, as far back as the ledger is known.</source>
        <translation>Credits, die abgebucht wurden, soweit das Kontobuch zurückreicht.</translation>
    </message>
    <message>
        <source>all others</source>
        <extracomment>A bar for all types that have none of their own.</extracomment>
        <translation>alle anderen</translation>
    </message>
    <message numerus="yes">
        <source>Credits that charges took in the last %Ln day(s).</source>
        <translation>
            <numerusform>Credits, die seit %Ln Tag abgebucht wurden.</numerusform>
            <numerusform>Credits, die seit %Ln Tagen abgebucht wurden.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>litedeck::TeamWords</name>
    <message>
        <source>The team may send calls.</source>
        <translation>Das Team darf Aufrufe senden.</translation>
    </message>
    <message>
        <source>The server did not say whether the team may send calls.</source>
        <translation>Der Server hat nicht mitgeteilt, ob das Team Aufrufe senden darf.</translation>
    </message>
    <message>
        <source>One credit for each completed job</source>
        <translation>Ein Credit je abgeschlossenem Job</translation>
    </message>
    <message>
        <source>%1 credits per US dollar of model cost</source>
        <extracomment>%1 is a number, such as 10 or 2.5.</extracomment>
        <translation>%1 Credits je US-Dollar Modellkosten</translation>
    </message>
    <message>
        <source>One credit for each %1 tokens</source>
        <translation>Ein Credit je %1 Tokens</translation>
    </message>
    <message>
        <source>The server did not say how credits are counted</source>
        <translation>Der Server hat nicht mitgeteilt, wie Credits gezählt werden</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Ein</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>%1 is a text such as &quot;500 credits&quot;, %2 the server&apos;s word for a period, such as &quot;monthly&quot;.</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Job charged</source>
        <translation>Job abgerechnet</translation>
    </message>
    <message>
        <source>Credits added</source>
        <translation>Gutschrift</translation>
    </message>
    <message>
        <source>Refund</source>
        <translation>Erstattung</translation>
    </message>
    <message>
        <source>Subscription payment</source>
        <translation>Abozahlung</translation>
    </message>
    <message>
        <source>One-time payment</source>
        <translation>Einmalzahlung</translation>
    </message>
    <message>
        <source>No credits are left. The server still runs jobs but cannot charge them; ask your team&apos;s administrator to add credits.</source>
        <translation>Es sind keine Credits mehr übrig. Der Server führt Jobs noch aus, kann sie aber nicht abrechnen; bitten Sie die Administration Ihres Teams um weitere Credits.</translation>
    </message>
    <message>
        <source>The server refuses every call of this team. Only your team&apos;s administrator can lift the suspension; ask them for the reason.</source>
        <translation>Der Server lehnt jeden Aufruf dieses Teams ab. Nur die Administration Ihres Teams kann die Sperre aufheben; fragen Sie dort nach dem Grund.</translation>
    </message>
    <message>
        <source>The server refuses calls for the time being. Your team&apos;s administrator can resume the team.</source>
        <translation>Der Server lehnt Aufrufe vorübergehend ab. Die Administration Ihres Teams kann die Pause des Teams beenden.</translation>
    </message>
    <message>
        <source>Litedeck does not know this status. The server refuses calls of teams that are not active; ask your team&apos;s administrator.</source>
        <translation>Litedeck kennt diesen Status nicht. Der Server lehnt Aufrufe nicht aktiver Teams ab; fragen Sie die Administration Ihres Teams.</translation>
    </message>
    <message>
        <source>Before %1 some lines are missing, between balances of %2 and %3.</source>
        <extracomment>%1 is a date and time; %2 and %3 are balances in credits.</extracomment>
        <translation>Vor %1 fehlen Zeilen, zwischen den Ständen %2 und %3.</translation>
    </message>
    <message>
        <source>The line of %1 says %3 but moved the balance by %2.</source>
        <extracomment>%1 is a date and time; %2 and %3 are numbers of credits.</extracomment>
        <translation>Die Zeile von %1 nennt %3, hat den Stand aber um %2 verändert.</translation>
    </message>
    <message>
        <source>The line of %1 begins with %3, the one before it ended with %2.</source>
        <extracomment>%1 is a date and time; %2 and %3 are balances in credits.</extracomment>
        <translation>Die Zeile von %1 beginnt mit %3, die davor endete mit %2.</translation>
    </message>
    <message>
        <source>The newest line ends with %1, the account has %2.</source>
        <extracomment>%2 and %3 are balances in credits.</extracomment>
        <translation>Die neueste Zeile endet mit %1, das Konto hat %2.</translation>
    </message>
    <message>
        <source>Sending is held: no credits are left. Your text stays.</source>
        <translation>Senden angehalten: Es sind keine Credits übrig. Ihr Text bleibt erhalten.</translation>
    </message>
    <message>
        <source>Sending is held: the team is suspended. Your text stays.</source>
        <translation>Senden angehalten: Das Team ist gesperrt. Ihr Text bleibt erhalten.</translation>
    </message>
    <message>
        <source>Sending is held: the team is paused. Your text stays.</source>
        <translation>Senden angehalten: Das Team ist pausiert. Ihr Text bleibt erhalten.</translation>
    </message>
    <message>
        <source>Sending is held: the team is not active. Your text stays.</source>
        <translation>Senden angehalten: Das Team ist nicht aktiv. Ihr Text bleibt erhalten.</translation>
    </message>
    <message>
        <source>One credit, whatever its length, once its job is completed. A failed job is free.</source>
        <translation>Ein Credit, gleich wie lang er ist, sobald sein Job abgeschlossen ist. Ein fehlgeschlagener Job ist kostenlos.</translation>
    </message>
    <message>
        <source>Not known: the server did not say how credits are counted.</source>
        <translation>Nicht bekannt: Der Server hat nicht gesagt, wie Credits gezählt werden.</translation>
    </message>
    <message>
        <source>The ledger does not add up.</source>
        <translation>Das Kontobuch geht nicht auf.</translation>
    </message>
    <message numerus="yes">
        <source>There are %Ln more such place(s).</source>
        <translation>
            <numerusform>Es gibt %Ln weitere solche Stelle.</numerusform>
            <numerusform>Es gibt %Ln weitere solche Stellen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Before %1 some lines are missing.</source>
        <extracomment>%1 is a date and time.</extracomment>
        <translation>Vor %1 fehlen einige Zeilen.</translation>
    </message>
    <message>
        <source>%1 credits per US dollar of model cost, plus %2 %</source>
        <extracomment>%1 is a number, such as 10 or 2.5; %2 is a percentage such as 50 or 12.5.</extracomment>
        <translation>%1 Credits je US-Dollar Modellkosten, plus %2 %</translation>
    </message>
    <message>
        <source>One credit for a single call, whatever it costs. A job of several calls takes what they cost together, without the fraction, but at least one. A failed job is free.</source>
        <translation>Ein Credit für einen einzelnen Aufruf, was er auch kostet. Ein Job aus mehreren Aufrufen kostet, was sie zusammen kosten, ohne den Bruchteil, aber mindestens einen. Ein fehlgeschlagener Job ist kostenlos.</translation>
    </message>
    <message>
        <source>One credit for a single call whose reply is streamed, unless the provider reports its tokens, as Fireworks does. Any other job takes one credit for each full %1 tokens, in and out, but at least one. A failed job is free.</source>
        <extracomment>%1 is a number of tokens such as 10,000.</extracomment>
        <translation>Ein Credit für einen einzelnen Aufruf, dessen Antwort gestreamt wird, außer der Anbieter meldet seine Tokens, wie Fireworks es tut. Jeder andere Job kostet einen Credit für je volle %1 Tokens, gelesen und geschrieben, aber mindestens einen. Ein fehlgeschlagener Job ist kostenlos.</translation>
    </message>
    <message>
        <source>not known yet</source>
        <translation>noch nicht bekannt</translation>
    </message>
    <message>
        <source>active</source>
        <translation>aktiv</translation>
    </message>
    <message>
        <source>out of credits</source>
        <translation>ohne Credits</translation>
    </message>
    <message>
        <source>suspended</source>
        <translation>gesperrt</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>pausiert</translation>
    </message>
    <message>
        <source>Team status: %1</source>
        <extracomment>%1 is a status such as &quot;active&quot;.</extracomment>
        <translation>Teamstatus: %1</translation>
    </message>
    <message>
        <source>What the model costs, in US dollars</source>
        <translation>Was das Modell kostet, in US-Dollar</translation>
    </message>
    <message>
        <source>What its model costs for the tokens that go in and out.</source>
        <translation>Was ihr Modell für die Token kostet, die hinein- und herausgehen.</translation>
    </message>
    <message>
        <source>budget used up</source>
        <extracomment>%1 is a text such as &quot;until 2 Dec 00:00&quot;.</extracomment>
        <translation>Budget verbraucht</translation>
    </message>
    <message>
        <source>budget used up %1</source>
        <translation>Budget verbraucht %1</translation>
    </message>
    <message>
        <source>The budget is used up. The server refuses calls; ask an administrator of the proxy to raise it.</source>
        <translation>Das Budget ist verbraucht. Der Server lehnt Aufrufe ab; bitten Sie einen Administrator des Proxys, es zu erhöhen.</translation>
    </message>
    <message>
        <source>The budget is used up %1. The server refuses calls until then, unless an administrator of the proxy raises the budget.</source>
        <translation>Das Budget ist %1 verbraucht. Bis dahin lehnt der Server Aufrufe ab, wenn nicht ein Administrator des Proxys das Budget erhöht.</translation>
    </message>
    <message>
        <source>Sending is held: the budget is used up. Your text stays.</source>
        <translation>Das Senden ist angehalten: das Budget ist verbraucht. Ihr Text bleibt.</translation>
    </message>
    <message>
        <source>blocked</source>
        <translation>gesperrt</translation>
    </message>
    <message>
        <source>The server refuses every call with this key, since the key or its team is blocked. Only an administrator of the proxy can lift that; ask them for the reason.</source>
        <translation>Der Server lehnt jeden Aufruf mit diesem Schlüssel ab, da der Schlüssel oder sein Team gesperrt ist. Nur ein Administrator des Proxys kann das aufheben; fragen Sie dort nach dem Grund.</translation>
    </message>
    <message>
        <source>Sending is held: the key or its team is blocked. Your text stays.</source>
        <translation>Das Senden ist angehalten: der Schlüssel oder sein Team ist gesperrt. Ihr Text bleibt.</translation>
    </message>
</context>
<context>
    <name>litedeck::TeamsCard</name>
    <message>
        <source>Your teams</source>
        <translation>Ihre Teams</translation>
    </message>
    <message>
        <source>Enter opens a team</source>
        <translation>Eingabe öffnet ein Team</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open the chosen team</source>
        <translation>Das gewählte Team öffnen</translation>
    </message>
</context>
<context>
    <name>litedeck::TeamsModel</name>
    <message>
        <source>Team</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Credits</source>
        <translation>Credits</translation>
    </message>
    <message>
        <source>Runway</source>
        <translation>Reichweite</translation>
    </message>
    <message>
        <source>Failed in a day</source>
        <translation>Fehler an einem Tag</translation>
    </message>
    <message>
        <source>Last known</source>
        <translation>Zuletzt bekannt</translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation>Noch nicht bekannt</translation>
    </message>
    <message>
        <source>%1 %</source>
        <extracomment>%1 is a percentage.</extracomment>
        <translation>%1 %</translation>
    </message>
</context>
<context>
    <name>litedeck::TlsTexts</name>
    <message>
        <source>The server&apos;s certificate is self-signed: nobody vouches for it.</source>
        <translation>Das Zertifikat des Servers ist selbst ausgestellt: Niemand bürgt dafür.</translation>
    </message>
    <message>
        <source>This computer does not trust who issued the server&apos;s certificate.</source>
        <translation>Dieser Rechner vertraut dem Aussteller des Serverzertifikats nicht.</translation>
    </message>
    <message>
        <source>This computer does not trust “%1”, who issued the server&apos;s certificate.</source>
        <translation>Dieser Rechner vertraut „%1“ nicht, dem Aussteller des Serverzertifikats.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate expired on %1.</source>
        <translation>Das Zertifikat des Servers ist am %1 abgelaufen.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is valid from %1 on only.</source>
        <translation>Das Zertifikat des Servers gilt erst ab %1.</translation>
    </message>
    <message>
        <source>The certificate is for another server: %1.</source>
        <translation>Das Zertifikat gilt für einen anderen Server: %1.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate was revoked.</source>
        <translation>Das Zertifikat des Servers wurde widerrufen.</translation>
    </message>
    <message>
        <source>The server speaks no version of TLS that is safe today.</source>
        <translation>Der Server spricht keine Version von TLS, die heute sicher ist.</translation>
    </message>
    <message>
        <source>The server wants a certificate of this computer, which Litedeck cannot show.</source>
        <translation>Der Server verlangt ein Zertifikat dieses Rechners, das Litedeck nicht vorzeigen kann.</translation>
    </message>
    <message>
        <source>The server refused to begin: it wants another kind of encryption, or a certificate of this computer.</source>
        <translation>Der Server hat den Anfang verweigert: Er verlangt eine andere Verschlüsselung oder ein Zertifikat dieses Rechners.</translation>
    </message>
    <message>
        <source>What answers at this address does not speak https.</source>
        <translation>Was an dieser Adresse antwortet, spricht kein https.</translation>
    </message>
    <message>
        <source>If you know this gateway, add the certificate of whoever issued it to those that this computer trusts. If not, somebody may be listening in between: ask the gateway&apos;s operator. The key was not sent.</source>
        <translation>Wenn Sie dieses Gateway kennen, fügen Sie das Zertifikat seines Ausstellers zu denen hinzu, denen dieser Rechner vertraut. Sonst hört vielleicht jemand dazwischen mit: Fragen Sie den Betreiber des Gateways. Der Schlüssel wurde nicht gesendet.</translation>
    </message>
    <message>
        <source>Check this computer&apos;s clock. If it is right, tell the gateway&apos;s operator. The key was not sent.</source>
        <translation>Prüfen Sie die Uhr dieses Rechners. Geht sie richtig, sagen Sie es dem Betreiber des Gateways. Der Schlüssel wurde nicht gesendet.</translation>
    </message>
    <message>
        <source>Check the server&apos;s address. The key was not sent.</source>
        <translation>Prüfen Sie die Adresse des Servers. Der Schlüssel wurde nicht gesendet.</translation>
    </message>
    <message>
        <source>Check the server&apos;s address and its port. The key was not sent.</source>
        <translation>Prüfen Sie Adresse und Port des Servers. Der Schlüssel wurde nicht gesendet.</translation>
    </message>
    <message>
        <source>Ask the gateway&apos;s operator for an address that takes a virtual key alone.</source>
        <translation>Bitten Sie den Betreiber des Gateways um eine Adresse, der ein virtueller Schlüssel genügt.</translation>
    </message>
    <message>
        <source>Ask the gateway&apos;s operator to put that right. The key was not sent.</source>
        <translation>Bitten Sie den Betreiber des Gateways, das in Ordnung zu bringen. Der Schlüssel wurde nicht gesendet.</translation>
    </message>
</context>
<context>
    <name>litedeck::TransactionModel</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Vorgang</translation>
    </message>
    <message>
        <source>Credits</source>
        <translation>Credits</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>Job</translation>
    </message>
</context>
<context>
    <name>litedeck::TranscriptController</name>
    <message>
        <source>Copy selection</source>
        <translation>Auswahl kopieren</translation>
    </message>
    <message>
        <source>Open link</source>
        <translation>Link öffnen</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>Link kopieren</translation>
    </message>
    <message>
        <source>Copy message</source>
        <translation>Nachricht kopieren</translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <translation>Als Markdown kopieren</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Alles auswählen</translation>
    </message>
</context>
<context>
    <name>litedeck::TranscriptView</name>
    <message>
        <source>Transcript</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Newest message</source>
        <translation>Neueste Nachricht</translation>
    </message>
</context>
<context>
    <name>litedeck::TurnNote</name>
    <message numerus="yes">
        <source>Sent without the %n oldest message(s) of this chat.</source>
        <translation>
            <numerusform>Ohne %n ältere Nachricht dieses Chats gesendet.</numerusform>
            <numerusform>Ohne die %n ältesten Nachrichten dieses Chats gesendet.</numerusform>
        </translation>
    </message>
    <message>
        <source>The reply is empty: the model ended it without a word.</source>
        <translation>Die Antwort ist leer: Das Modell hat ohne ein Wort geendet.</translation>
    </message>
    <message>
        <source>The reply is empty: the model reasoned and then gave none.</source>
        <translation>Die Antwort ist leer: Das Modell hat überlegt und dann keine gegeben.</translation>
    </message>
    <message>
        <source>The reply is empty: the model reached its limit of length before the first word.</source>
        <translation>Die Antwort ist leer: Das Modell hat vor dem ersten Wort seine Längengrenze erreicht.</translation>
    </message>
    <message>
        <source>The model called a tool instead of answering, and the server did not pass the call on.</source>
        <translation>Das Modell hat ein Werkzeug aufgerufen statt zu antworten, und der Server hat den Aufruf nicht weitergegeben.</translation>
    </message>
    <message>
        <source>The provider&apos;s content policy held the reply back (%1). Put it in other words, or choose another model.</source>
        <extracomment>%1 is the provider&apos;s own word, such as &quot;content_filter&quot; or &quot;SAFETY&quot;.</extracomment>
        <translation>Die Inhaltsrichtlinie des Anbieters hat die Antwort zurückgehalten (%1). Formulieren Sie um, oder wählen Sie ein anderes Modell.</translation>
    </message>
    <message>
        <source>The reply is empty: the provider failed (%1).</source>
        <extracomment>%1 is the provider&apos;s own word, such as &quot;error&quot;.</extracomment>
        <translation>Die Antwort ist leer: Beim Anbieter ist ein Fehler aufgetreten (%1).</translation>
    </message>
    <message>
        <source>The reply is empty: the provider ended it (%1).</source>
        <extracomment>%1 is the provider&apos;s own word for why a reply ended.</extracomment>
        <translation>Die Antwort ist leer: Der Anbieter hat sie beendet (%1).</translation>
    </message>
    <message>
        <source>The reply reached its limit of length. Continue asks for the rest in a new call.</source>
        <translation>Die Antwort hat ihre Längengrenze erreicht. Fortsetzen holt den Rest in einem neuen Aufruf.</translation>
    </message>
    <message>
        <source>The provider&apos;s content policy ended the reply here (%1).</source>
        <extracomment>%1 is the provider&apos;s own word, such as &quot;content_filter&quot; or &quot;SAFETY&quot;.</extracomment>
        <translation>Die Inhaltsrichtlinie des Anbieters hat die Antwort hier beendet (%1).</translation>
    </message>
    <message>
        <source>The provider failed and ended the reply here (%1). Continue asks for the rest in a new call.</source>
        <extracomment>%1 is the provider&apos;s own word, such as &quot;error&quot;.</extracomment>
        <translation>Beim Anbieter ist ein Fehler aufgetreten, der die Antwort hier beendet hat (%1). Fortsetzen holt den Rest in einem neuen Aufruf.</translation>
    </message>
    <message>
        <source>The provider ended the reply (%1).</source>
        <extracomment>%1 is the provider&apos;s own word for why a reply ended.</extracomment>
        <translation>Der Anbieter hat die Antwort beendet (%1).</translation>
    </message>
    <message>
        <source>It cost %1.</source>
        <extracomment>%1 is an amount such as &quot;1 credit&quot;.</extracomment>
        <translation>Sie hat %1 gekostet.</translation>
    </message>
    <message>
        <source>Stopped. What had arrived is kept.</source>
        <translation>Gestoppt. Was angekommen war, bleibt erhalten.</translation>
    </message>
    <message>
        <source>Stopped before anything had arrived.</source>
        <translation>Gestoppt, bevor etwas angekommen war.</translation>
    </message>
    <message>
        <source>The gateway may finish it, and its credit may still be taken.</source>
        <translation>Das Gateway führt sie vielleicht noch zu Ende, und ihr Credit kann noch abgebucht werden.</translation>
    </message>
    <message>
        <source>The gateway may finish it, and it then counts when the chat is charged.</source>
        <translation>Das Gateway führt sie vielleicht noch zu Ende; dann zählt sie, wenn der Chat abgerechnet wird.</translation>
    </message>
    <message>
        <source>Interrupted when Litedeck ended. What had arrived is kept.</source>
        <translation>Beim Beenden von Litedeck unterbrochen. Was angekommen war, bleibt erhalten.</translation>
    </message>
    <message>
        <source>Interrupted when Litedeck ended, before anything had arrived.</source>
        <translation>Beim Beenden von Litedeck unterbrochen, bevor etwas angekommen war.</translation>
    </message>
    <message>
        <source>Attached: %1</source>
        <extracomment>%1 is a list of file names.</extracomment>
        <translation>Angehängt: %1</translation>
    </message>
</context>
<context>
    <name>litedeck::VersionsDialog</name>
    <message>
        <source>Compare versions</source>
        <translation>Fassungen vergleichen</translation>
    </message>
    <message>
        <source>First version</source>
        <translation>Erste Fassung</translation>
    </message>
    <message>
        <source>Text of the first version</source>
        <translation>Text der ersten Fassung</translation>
    </message>
    <message>
        <source>Second version</source>
        <translation>Zweite Fassung</translation>
    </message>
    <message>
        <source>Text of the second version</source>
        <translation>Text der zweiten Fassung</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Version %1 of %2: %3, %4</source>
        <extracomment>%1 counts versions of a message, %2 is their number, %3 a model, %4 a date and time.</extracomment>
        <translation>Fassung %1 von %2: %3, %4</translation>
    </message>
</context>
<context>
    <name>litedeck::WaitingText</name>
    <message>
        <source>%1–%2 s</source>
        <extracomment>A span of seconds, such as &quot;4–9 s&quot;.</extracomment>
        <translation>%1–%2 s</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <extracomment>A span of time; %1 and %2 are durations such as &quot;40 s&quot; and &quot;2 min 5 s&quot;.</extracomment>
        <translation>%1 bis %2</translation>
    </message>
    <message numerus="yes">
        <source>Waiting for %1, %n s</source>
        <translation>
            <numerusform>Warten auf %1, %n s</numerusform>
            <numerusform>Warten auf %1, %n s</numerusform>
        </translation>
    </message>
    <message>
        <source>Usually %1 with this model</source>
        <extracomment>%1 is a span of time such as &quot;4–9 s&quot;.</extracomment>
        <translation>Mit diesem Modell meist %1</translation>
    </message>
    <message>
        <source>This gateway sends replies in one piece</source>
        <translation>Dieses Gateway schickt Antworten am Stück</translation>
    </message>
</context>
<context>
    <name>litedeck::WireTexts</name>
    <message>
        <source>A page came instead of the gateway&apos;s answer</source>
        <translation>Eine Webseite kam statt der Antwort des Gateways</translation>
    </message>
    <message>
        <source>A firewall or proxy refused the request</source>
        <translation>Eine Firewall oder ein Proxy hat die Anfrage abgelehnt</translation>
    </message>
    <message>
        <source>The proxy wants a user name and password</source>
        <translation>Der Proxy verlangt Benutzername und Passwort</translation>
    </message>
    <message>
        <source>The proxy cannot be reached</source>
        <translation>Der Proxy ist nicht erreichbar</translation>
    </message>
    <message>
        <source>No connection</source>
        <translation>Keine Verbindung</translation>
    </message>
    <message>
        <source>The gateway lost its connection to the provider</source>
        <translation>Das Gateway hat seine Verbindung zum Anbieter verloren</translation>
    </message>
    <message>
        <source>The server closed the connection</source>
        <translation>Der Server hat die Verbindung geschlossen</translation>
    </message>
    <message>
        <source>Ask whoever runs your network. Litedeck takes the proxy, with user name and password, from the variables http_proxy and https_proxy.</source>
        <translation>Fragen Sie, wer Ihr Netzwerk betreibt. Litedeck nimmt den Proxy mit Benutzername und Passwort aus den Variablen http_proxy und https_proxy.</translation>
    </message>
    <message>
        <source>Check the network, or ask whoever runs the proxy.</source>
        <translation>Prüfen Sie das Netzwerk, oder fragen Sie, wer den Proxy betreibt.</translation>
    </message>
    <message>
        <source>Check the network and the server&apos;s address.</source>
        <translation>Prüfen Sie das Netzwerk und die Adresse des Servers.</translation>
    </message>
    <message>
        <source>Your own network is not to blame. Try again, or choose another model; if it keeps failing, tell the gateway&apos;s operator.</source>
        <translation>An Ihrem eigenen Netzwerk liegt es nicht. Versuchen Sie es erneut, oder wählen Sie ein anderes Modell; wenn es weiter fehlschlägt, sagen Sie es dem Betreiber des Gateways.</translation>
    </message>
    <message>
        <source>Whatever answers at this address took the request and hung up: a gateway that restarts, or something before it. Try again; if it keeps failing, check the address or tell the gateway&apos;s operator.</source>
        <translation>Was an dieser Adresse antwortet, hat die Anfrage angenommen und aufgelegt: ein Gateway, das neu startet, oder etwas davor. Versuchen Sie es erneut; wenn es weiter fehlschlägt, prüfen Sie die Adresse, oder sagen Sie es dem Betreiber des Gateways.</translation>
    </message>
    <message>
        <source>What had arrived is kept, and Continue goes on from there in a new call.</source>
        <translation>Was angekommen war, bleibt erhalten, und Fortsetzen macht von dort in einem neuen Aufruf weiter.</translation>
    </message>
    <message>
        <source>The gateway, or a proxy before it, gave up waiting. Try again; a shorter question or another model may answer sooner.</source>
        <translation>Das Gateway oder ein Proxy davor hat das Warten aufgegeben. Versuchen Sie es erneut; eine kürzere Frage oder ein anderes Modell führt eventuell schneller zur Antwort.</translation>
    </message>
    <message>
        <source>A reply in one piece is waited for only so long, which is a setting; streaming lets a long one arrive bit by bit. Try again; a shorter question or another model may answer sooner.</source>
        <translation>Auf eine Antwort am Stück wird nur so lange gewartet, wie eingestellt ist; beim Streamen kommt eine lange nach und nach. Versuchen Sie es erneut; eine kürzere Frage oder ein anderes Modell führt eventuell schneller zur Antwort.</translation>
    </message>
    <message>
        <source>Try again; a shorter question or another model may answer sooner.</source>
        <translation>Versuchen Sie es erneut; eine kürzere Frage oder ein anderes Modell führt eventuell schneller zur Antwort.</translation>
    </message>
    <message>
        <source>What had arrived is kept, and Continue goes on from there in a new call. If nothing had arrived, ask again.</source>
        <translation>Was angekommen war, bleibt erhalten, und Fortsetzen macht von dort in einem neuen Aufruf weiter. War nichts angekommen, fragen Sie noch einmal.</translation>
    </message>
    <message>
        <source>Nothing had arrived. Ask again.</source>
        <translation>Es war nichts angekommen. Fragen Sie noch einmal.</translation>
    </message>
</context>
<context>
    <name>litedeck::Workspace</name>
    <message>
        <source>The conversations in %1 were written by a newer Litedeck. The file is left as it is; this run keeps nothing. Update Litedeck to see them.</source>
        <translation>Die Unterhaltungen in %1 stammen von einer neueren Litedeck-Version. Die Datei bleibt unverändert; bis zum Beenden wird nichts gespeichert. Aktualisieren Sie Litedeck, um sie zu sehen.</translation>
    </message>
    <message>
        <source>Another Litedeck has the conversations open. This run keeps nothing; close the other one and start again.</source>
        <translation>Die Unterhaltungen sind bereits in einem anderen Litedeck geöffnet. Hier wird nichts gespeichert; schließen Sie das andere und starten Sie Litedeck neu.</translation>
    </message>
    <message>
        <source>Conversations cannot be kept in %1 (%2). This run goes on in memory; copy what you need before you close it.</source>
        <translation>Unterhaltungen können nicht in %1 gespeichert werden (%2). Sie bleiben nur im Arbeitsspeicher; kopieren Sie vor dem Schließen, was Sie brauchen.</translation>
    </message>
    <message>
        <source>The disk is full: what arrives now is not kept. Make room; Litedeck tries again by itself.</source>
        <translation>Der Datenträger ist voll: Was jetzt ankommt, wird nicht gespeichert. Schaffen Sie Platz; Litedeck versucht es automatisch erneut.</translation>
    </message>
    <message>
        <source>Conversations could not be written: %1</source>
        <translation>Unterhaltungen konnten nicht gespeichert werden: %1</translation>
    </message>
    <message numerus="yes">
        <source>Litedeck ended while replies were arriving. Recovered %n character(s).</source>
        <translation>
            <numerusform>Litedeck wurde beendet, während Antworten ankamen. %n Zeichen wiederhergestellt.</numerusform>
            <numerusform>Litedeck wurde beendet, während Antworten ankamen. %n Zeichen wiederhergestellt.</numerusform>
        </translation>
    </message>
    <message>
        <source>The log of requests cannot be written to %1 (%2). All else goes on as usual.</source>
        <translation>Das Anfrageprotokoll kann nicht in %1 gespeichert werden (%2). Alles andere läuft wie gewohnt weiter.</translation>
    </message>
    <message>
        <source>The file with the conversations was damaged. It is kept as %1, and a new one was begun. No chat could be read in the damaged one.</source>
        <translation>Die Datei mit den Chats war beschädigt. Sie bleibt als %1 erhalten, und eine neue wurde begonnen. In der beschädigten ließ sich kein Chat lesen.</translation>
    </message>
    <message>
        <source>The file with the conversations was damaged. It is kept as %1, and a new one was begun with what could be recovered: %2 of %3 chats, %4 of %5 messages.</source>
        <extracomment>%1 is a file; the others are numbers: so many of so many.</extracomment>
        <translation>Die Datei mit den Chats war beschädigt. Sie bleibt als %1 erhalten, und eine neue wurde mit dem begonnen, was zu retten war: %2 von %3 Chats, %4 von %5 Nachrichten.</translation>
    </message>
    <message>
        <source>The backup of the conversations could not be written to %1 (%2).</source>
        <translation>Die Sicherung der Chats konnte nicht nach %1 geschrieben werden (%2).</translation>
    </message>
    <message>
        <source>The data directory %1 is gone: nothing is kept. As soon as it is there again, Litedeck writes to it.</source>
        <translation>Das Datenverzeichnis %1 ist verschwunden: Nichts wird behalten. Sobald es wieder da ist, schreibt Litedeck hinein.</translation>
    </message>
    <message>
        <source>The data directory %1 is there again, with conversations in it. Those that are open were added.</source>
        <translation>Das Datenverzeichnis %1 ist wieder da, mit Chats darin. Die geöffneten wurden hinzugefügt.</translation>
    </message>
    <message>
        <source>The data directory %1 is there again, and all is kept in it.</source>
        <translation>Das Datenverzeichnis %1 ist wieder da, und alles wird darin behalten.</translation>
    </message>
    <message numerus="yes">
        <source>Litedeck ended while %n reply(s) were awaited. Nothing of them had arrived.</source>
        <translation>
            <numerusform>Litedeck endete, während noch %n Antwort ausstand. Von ihr war nichts angekommen.</numerusform>
            <numerusform>Litedeck endete, während noch %n Antworten ausstanden. Von ihnen war nichts angekommen.</numerusform>
        </translation>
    </message>
</context>
</TS>
