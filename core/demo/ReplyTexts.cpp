// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/ReplyTexts.h"

using namespace Qt::StringLiterals;

namespace litedeck::demo {

namespace {

const auto Greeting =
    uR"(Hello! I am the demo model of this gateway: nothing you write leaves your computer, and no real credits are spent.

A few things worth trying:

- **Ask for code**: "Write a Python function that merges overlapping intervals."
- **Ask for a table**: "Compare Postgres and SQLite for a small team."
- **Ask for a plan**: "Plan the launch of our newsletter in three weeks."
- Choose `markdown-writer` to see a long formatted document, or one of the `fault-…` models to see what happens when a call goes wrong.

What shall we start with?)"_s;

const auto Code = uR"(Here is a version that is short and handles the edge cases:

```python
from collections.abc import Iterable


def merge(intervals: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Merge overlapping intervals; the result is sorted."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(intervals):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        else:
            merged.append((start, end))
    return merged


assert merge([]) == []
assert merge([(5, 8), (1, 3), (2, 4)]) == [(1, 4), (5, 8)]
```

Why it works:

1. After sorting, an interval can only overlap the **last** one in the result.
2. `max` matters: `(1, 9)` followed by `(2, 3)` must stay `(1, 9)`.
3. Sorting dominates, so it takes *O(n log n)* time and *O(n)* memory.

If {topic} needs half-open intervals, change `<=` to `<`.)"_s;

const auto Sql = uR"(You can do this in one pass with a window function:

```sql
WITH ranked AS (
    SELECT team_id,
           job_type,
           count(*)                                         AS jobs,
           rank() OVER (PARTITION BY team_id
                        ORDER BY count(*) DESC)             AS place
    FROM   jobs
    WHERE  created_at >= date_trunc('month', now())
      AND  status = 'COMPLETED'
    GROUP  BY team_id, job_type
)
SELECT team_id, job_type, jobs
FROM   ranked
WHERE  place <= 3
ORDER  BY team_id, place;
```

Two remarks about {topic}:

- `rank()` gives ties the same place, so a team may get four rows. Use `row_number()` if you need exactly three.
- An index on `(status, created_at)` turns the scan into a range read:

```sql
CREATE INDEX CONCURRENTLY jobs_status_created ON jobs (status, created_at);
```

Run it with `EXPLAIN (ANALYZE, BUFFERS)` before and after; on a table of a few million rows you should see the difference at once.)"_s;

const auto Email = uR"(Here is a draft you can send as it is:

> **Subject:** {topic} – proposal for next steps
>
> Hi Maria,
>
> thank you for the quick call this morning. As agreed, I am summing up where we stand:
>
> - The first version is ready and has been tested by two colleagues.
> - We still need your decision about the delivery date; both the 4th and the 11th would work for us.
> - The price stays as offered until the end of the month.
>
> Could you let me know by Thursday which date suits you better? If you prefer to talk it over, I am free on Wednesday between 10 and 12.
>
> Best regards
> Sam

Shall I make it **shorter**, **more formal**, or write a reminder for the case that no answer comes?)"_s;

const auto Summary =
    uR"(**In one sentence:** {topic} pays off when the slow steps are taken out first, and everything else can wait.

**Key points**

1. Three of the seven steps cause 80 % of the waiting time.
2. Two of these can be removed without any new tool; the third needs a decision about who may approve.
3. The team expects to save about six hours a week from the second month on.

**Open questions**

- Who signs off when the approver is on leave?
- Does the change need to be announced to customers?

**Not covered:** the cost of training, and what happens to the requests already in the queue.)"_s;

const auto Translation = uR"(Here are three versions, from formal to relaxed:

| Language | Text |
|---|---|
| Deutsch | Vielen Dank für Ihre Nachricht. Wir melden uns bis Freitag bei Ihnen. |
| Français | Merci pour votre message. Nous reviendrons vers vous d’ici vendredi. |
| 日本語 | ご連絡ありがとうございます。金曜日までにご返信いたします。 |
| Polski | Dziękujemy za wiadomość. Odezwiemy się do piątku. |

A note on the Japanese: ～いたします is the humble form, which suits a message to a customer. Among colleagues, 「金曜までに返信しますね」 would sound more natural.

If {topic} is to be used in a contract, have a native speaker read it once more.)"_s;

const auto Plan = uR"(### A plan for {topic}

| Week | Goal | Who | Done when |
|---:|---|---|---|
| 1 | Agree on the goal and on what is *not* part of it | everybody | one page, signed off |
| 2 | Build the smallest version that can be shown | two people | a colleague can use it alone |
| 3 | Try it with five real users | one person | notes from all five |
| 4 | Fix the three worst problems, then publish | everybody | it is live |

**Start today with**

- [x] Writing the goal in one sentence
- [ ] Asking the five users for half an hour
- [ ] Booking the review for the end of week 4

The greatest risk is week 3: users cancel. Ask *eight* people so that five come.)"_s;

const auto Comparison = uR"(It depends on how many people write at the same time. In short:

| | Option A | Option B |
|---|---|---|
| Setup | minutes | half a day |
| Concurrent writers | one | many |
| Backup | copy a file | needs a tool |
| Running cost | none | about 20 € a month |
| Typical limit | ~100 GB | practically none |

**Take A** if one program writes and you value that nothing has to be administered.

**Take B** as soon as several services write, or someone outside the team needs access with rights of their own.

For {topic} I would begin with A and keep the access behind one small module. Changing later is then a matter of days, not weeks.)"_s;

const auto Ideas = uR"(Ten ideas for {topic}, from safe to bold:

1. A checklist of one page that people can print
2. A short video that shows the one thing most get wrong
3. "Ask us anything" on the first Monday of each month
4. A template that is already filled in with an example
5. A gallery of what others have made with it
6. A reminder on the day before the deadline, with a single link
7. A badge for those who help others
8. A swap: two teams do each other's review
9. A day without meetings, announced as an experiment
10. An "undo week": everybody may remove one rule

My favourite is **4**: it costs an hour, and people start by changing something instead of facing an empty page. 💡)"_s;

const auto Errors = uR"(That message has three usual causes. Check them in this order:

1. **The limit is real.** A `429` says that too much was asked in too short a time. Waiting helps; hammering makes it worse. Try again after 1, 2, 4 and 8 seconds, with some randomness.
2. **The account is empty.** Some providers also send `429` for an exhausted quota. Then waiting does *not* help; look for `insufficient_quota` in the text.
3. **A proxy is in between.** If the body is HTML instead of JSON, the answer does not come from the service itself.

```bash
curl -sS -D - -o /dev/null https://example.org/health | head -n 1
```

If this prints `HTTP/2 200`, the service is up and {topic} is about your own quota. One warning: never repeat a call that costs money when you do not know whether the first one arrived. Look it up first.)"_s;

const auto Meeting = uR"(**Agenda: {topic}** (45 minutes)

| Minutes | Topic | Lead |
|---:|---|---|
| 5 | What has changed since last time | Lea |
| 15 | The one decision we need today | Tomasz |
| 15 | Risks: what could still stop us? | everybody |
| 5 | Who does what until when | Aiko |
| 5 | Was this meeting worth it? | everybody |

**To read beforehand:** the two-page summary. Whoever has not read it gets the first five minutes to do so, in silence; that is quicker than explaining it.

**Decision rule:** if nobody objects with a reason, we do it.)"_s;

const auto Thanks = uR"(You are welcome! If you want to go on with it, I could

- turn it into a checklist,
- shorten it to three sentences, or
- look for what is still missing.

Just say which.)"_s;

const auto Explanation =
    uR"(The short answer: {topic} works because the expensive part is done **once** and its result is reused.

Think of a library. Finding a book the first time means walking through the shelves. If you note its place on a card, the second visit takes seconds. The card is the *cache*, and the art lies in noticing when a book has been moved.

Three terms are worth knowing:

- **Hit**: the note was there and still right.
- **Miss**: there was no note, so you walked.
- **Stale**: there was a note, but it was wrong. This is the dangerous case, since it looks like a hit.

Most real problems come from the third kind. A simple remedy is to give every note an expiry date:

$$ t_{expire} = t_{now} + \min(ttl,\; t_{next\ change}) $$

As Phil Karlton is said to have put it, there are only two hard things in computer science: cache invalidation and naming things.

Would you like an example in code, or rather the trade-offs?)"_s;

const auto CommandLine = uR"(This undoes the last commit but keeps your changes:

```bash
git reset --soft HEAD~1
```

Which form you need depends on what should happen to the files:

| Command | Commit | Staged | Files |
|---|---|---|---|
| `git reset --soft HEAD~1` | gone | kept | kept |
| `git reset HEAD~1` | gone | unstaged | kept |
| `git reset --hard HEAD~1` | gone | gone | **gone** |

> ⚠️ If the commit has already been pushed, do not rewrite it. `git revert HEAD` adds a new commit that takes the old one back.

Lost something with `--hard`? `git reflog` remembers for about 90 days.)"_s;

const auto General1 =
    uR"(Good question. About {topic}, I would separate what is **certain** from what only *seems* so:

- **Certain:** the goal is clear, and somebody will notice when it is reached.
- **Likely:** a first version in two weeks is realistic if nothing else is started.
- **Unknown:** whether people will use it daily or only when reminded.

The unknown part decides about everything else, so I would test it first. The cheapest way: do it by hand for five people, for one week, and count how often they come back by themselves.

If three of five do, build it. If not, you have saved yourself the other weeks.)"_s;

const auto General2 = uR"(Let us take {topic} step by step.

**1. What do you want to be different afterwards?** Write it as something that can be seen: "Requests are answered within one day", not "Communication is better".

**2. What stands in the way today?** Usually it is one of these:

- nobody feels responsible,
- somebody does, but lacks the time,
- the information arrives too late.

**3. What is the smallest change that removes it?** For the first case a name on a list is enough. For the second, something else has to stop. For the third, move the *source*, not the reminder.

**4. How will you know?** Choose one number and look at it every Friday.

Tell me which of the three cases fits best, and we can go into detail.)"_s;

const auto General3 = uR"(Here is how I would look at {topic}:

> Make it work, make it right, make it fast. In this order.

*Make it work* means: one path from the beginning to the end, without any special case. Take the most common situation and leave out the rest.

*Make it right* means: now the special cases. Collect them while people use the first version; you will find that half of those you feared never occur, and that two you never thought of occur daily.

*Make it fast* means: measure first. It is nearly always one single place.

A rule of thumb for the effort: **20 %**, **60 %**, **20 %**. If the first part takes longer than a fifth, it was too large.)"_s;

} // namespace

const QList<ReplyTopic> &replyTopics()
{
    static const QList<ReplyTopic> topics{
        {{u"thank"_s, u"thanks"_s, u"danke"_s, u"merci"_s}, {Thanks}},
        {{u"sql"_s, u"query"_s, u"database"_s, u"postgres"_s, u"table"_s}, {Sql}},
        {{u"git"_s, u"commit"_s, u"shell"_s, u"bash"_s, u"terminal"_s}, {CommandLine}},
        {{u"error"_s, u"429"_s, u"500"_s, u"retry"_s, u"fail"_s, u"timeout"_s}, {Errors}},
        {{u"code"_s, u"python"_s, u"function"_s, u"program"_s, u"script"_s, u"bug"_s, u"c++"_s,
          u"rust"_s, u"javascript"_s, u"algorithm"_s},
         {Code}},
        {{u"email"_s, u"e-mail"_s, u"mail"_s, u"letter"_s, u"draft"_s, u"write"_s}, {Email}},
        {{u"summar"_s, u"shorten"_s, u"tl;dr"_s, u"tldr"_s}, {Summary}},
        {{u"translat"_s, u"german"_s, u"french"_s, u"japanese"_s, u"polish"_s}, {Translation}},
        {{u"meeting"_s, u"agenda"_s, u"workshop"_s}, {Meeting}},
        {{u"plan"_s, u"roadmap"_s, u"schedule"_s, u"launch"_s, u"organi"_s}, {Plan}},
        {{u"compar"_s, u"versus"_s, u"vs"_s, u"difference"_s, u"better"_s, u"choose"_s},
         {Comparison}},
        {{u"idea"_s, u"brainstorm"_s, u"suggest"_s, u"name"_s}, {Ideas}},
        {{u"explain"_s, u"why"_s, u"how"_s, u"what"_s}, {Explanation, General2, General3}},
        {{u"hi"_s, u"hello"_s, u"hey"_s, u"hallo"_s, u"moin"_s, u"test"_s}, {Greeting}},
    };
    return topics;
}

const QStringList &generalReplies()
{
    static const QStringList replies{General1, General2, General3, Explanation};
    return replies;
}

} // namespace litedeck::demo
