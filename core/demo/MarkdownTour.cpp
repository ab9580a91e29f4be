// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/ReplyLibrary.h"

using namespace Qt::StringLiterals;

namespace litedeck::demo {

namespace {

const auto Opening = uR"(# Moving a small service to a new home

This is a *complete* migration guide for a team of four, written so that you can follow it on a Friday without working on a Saturday. It uses **every kind of formatting** that a reply may hold, so it is also a good test of the window you are reading it in. 🧭

---

## 1. Before you begin

Read the whole document once. Then decide with the checklist below whether you are ready:

- [x] There is a backup, and *somebody has restored it* at least once
- [x] The DNS records have a time to live of **300 seconds** or less
- [ ] The support team knows the date
- [ ] A rollback has been rehearsed
  - [x] for the application
  - [ ] for the database

> **Note**
> A backup that has never been restored is a wish, not a backup.
>
> > "Everybody has a plan until they get punched in the mouth." — attributed to Mike Tyson

### 1.1 What moves, and what stays

1. The web application
   1. static files
   2. templates
      - the German ones (`templates/de`)
      - the Japanese ones (`templates/ja`), see [section 5](#5-languages)
2. The job queue
3. The database
   - about 40 GB
   - two extensions: `pgcrypto` and `pg_trgm`
4. ~~The old reporting server~~ (was switched off in March)

)"_s;

const auto Numbers = uR"(## 2. The numbers

| Service | Today | New home | Change | Owner |
|:--------|------:|---------:|:------:|-------|
| Web | 2 × 4 GB | 3 × 2 GB | 🟢 −25 % | Maria |
| Queue | 1 × 2 GB | 1 × 2 GB | ⚪ 0 % | Tomasz |
| Database | 1 × 16 GB | 1 × 16 GB + replica | 🔴 +40 % | Aiko |
| Cache | – | 1 × 1 GB | 🟡 new | Sam |
| **Total** | **26 GB** | **41 GB** | **+58 %** | |

A narrow table inside the text is fine as well:

| Step | Minutes |
|---|---:|
| Copy | 35 |
| Check | 10 |
| Switch | 2 |

The expected downtime follows from the size $s$ and the rate $r$: $t = s / r \approx 40\,\mathrm{GB} / 20\,\mathrm{MB/s} \approx 34\,\mathrm{min}$.

)"_s;

const auto CodeParts = uR"(## 3. The code

### 3.1 Copying the data

```bash
#!/usr/bin/env bash
set -euo pipefail

pg_dump --format=directory --jobs=4 --dbname="$OLD_URL" --file=dump
pg_restore --jobs=4 --no-owner --dbname="$NEW_URL" dump
echo "copied $(du -sh dump | cut -f1) in ${SECONDS}s"
```

### 3.2 Checking the copy

```python
import asyncio
import asyncpg

TABLES = ("teams", "jobs", "llm_calls", "credit_transactions")


async def count(url: str) -> dict[str, int]:
    connection = await asyncpg.connect(url)
    try:
        return {name: await connection.fetchval(f"SELECT count(*) FROM {name}") for name in TABLES}
    finally:
        await connection.close()


async def main(old: str, new: str) -> None:
    before, after = await asyncio.gather(count(old), count(new))
    for name in TABLES:
        mark = "ok" if before[name] == after[name] else "DIFFERENT"
        print(f"{name:24} {before[name]:>10} {after[name]:>10}  {mark}")
```

### 3.3 Configuration

```yaml
service:
  name: litedeck-gateway
  replicas: 3
  env:
    DATABASE_URL: ${NEW_URL}
    KEEPALIVE_SECONDS: "5"
  healthcheck: { path: /health, interval: 10s }
```

```json
{
  "rollback": { "enabled": true, "after_failures": 3 },
  "notify": ["maria@example.org", "oncall@example.org"],
  "dry_run": null
}
```

### 3.4 The client

```cpp
#include <chrono>
#include <random>

// Full jitter: spreads the retries of many clients over the whole interval.
std::chrono::milliseconds backoff(int attempt, std::mt19937 &random)
{
    using namespace std::chrono_literals;
    const auto limit = std::min(32'000ms, 1'000ms * (1 << std::min(attempt, 5)));
    return std::chrono::milliseconds(std::uniform_int_distribution<int>(0, int(limit.count()))(random));
}
```

```sql
-- Which jobs were open when we switched?
SELECT job_id, job_type, now() - created_at AS age
FROM   jobs
WHERE  status IN ('PENDING', 'IN_PROGRESS')
ORDER  BY created_at;
```

```diff
-    timeout = 30
+    timeout = 120  # streams may be silent for a long time
```

A fence without a language is plain text:

```
10:02:11  web-1   GET /health 200 3ms
10:02:12  web-2   GET /health 200 4ms
```

And an indented block:

    $ dig +short api.example.org
    203.0.113.17

)"_s;

const auto Ending = uR"(## 4. On the day

1. **09:00** Announce the start. A short message is enough:

   > We are moving today. The service will be read-only from 10:00 to about 10:45.

2. **10:00** Switch to read-only, then copy (see 3.1).

   ```bash
   ./maintenance.sh on && ./copy.sh
   ```

3. **10:35** Check (see 3.2). If a single table differs, **stop** and go to step 5.
4. **10:40** Change the DNS records and watch the log.
5. *Only if something failed:* switch back. Nothing has been written meanwhile, so nothing is lost.

#### What people forget

* Certificates: the new host needs its own, *before* the switch
* Scheduled jobs that run **twice** if the old machine stays on
* Addresses in code, such as `http://10.0.0.12:8003`

##### A word about time zones

Everything in UTC. Always.

###### Small print

Footnotes are[^1] rarely worth it, but here is one.

[^1]: This is it.

## 5. Languages

The texts were checked by native speakers:

- **日本語**：移行作業は午前十時に開始します。ご不便をおかけして申し訳ございません。
- **中文**：迁移将于上午十点开始，预计需要四十五分钟。
- **한국어**: 이전 작업은 오전 10시에 시작됩니다.
- **العربية**: تبدأ عملية النقل في الساعة العاشرة صباحًا.
- **Ελληνικά**: Η μετάβαση ξεκινά στις 10:00.
- **Deutsch**: Der Umzug beginnt um 10 Uhr; währenddessen kann nichts geändert werden.

Emoji should survive as well: 👍🏽 👩‍💻 🇪🇺 🧑‍🚀 ❤️‍🔥 and so should symbols: ← → ≤ ≠ ∑ √ ½ € “quotes” – and — dashes…

## 6. Where to read on

- The [PostgreSQL manual on backups](https://www.postgresql.org/docs/current/backup.html)
- <https://www.rfc-editor.org/rfc/rfc9110.html> about which requests may be repeated
- A bare address: https://doc.qt.io/qt-6/
- An image that may not be loaded: ![Diagram of the move](https://example.org/move.png "The move")

Some characters must not be taken for formatting: 2 \* 3 \* 4, snake_case_names, `a * b * c`, <not-a-tag>, &amp; and 5 < 6.
Two spaces at the end of this line  
make a hard break.

***

**Summary:** copy, check, switch, watch. If you remember one thing, let it be *rehearse the way back*. Good luck! 🍀
)"_s;

} // namespace

QString markdownTour()
{
    return Opening + Numbers + CodeParts + Ending;
}

} // namespace litedeck::demo
