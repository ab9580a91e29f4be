// SPDX-FileCopyrightText: The Litedeck authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Feeds a renderer the stream that stands in globalThis.stream, at its real speed: each animation
// frame brings the pieces that are due by then.

/// Seconds to wait for what a renderer has put off after the last piece.
const GraceSeconds = 60;

/// `take(text)` gets the new text of a frame; `isShown()` tells whether all of it is on the page.
/// Without `take` nothing runs but, if `ticks`, the frames.
export function serve({ take, isShown = () => true, ticks = true }) {
  const { text, lengths, piecesPerSecond } = globalThis.stream;
  let end = 0;
  const pieces = lengths.map((length) => text.slice(end, (end += length)));
  const result = { frames: 0, updates: 0, longestGap: 0 };

  globalThis.stay = (seconds) =>
    new Promise((done) => {
      setTimeout(() => done(result), seconds * 1000);
      if (ticks) requestAnimationFrame(function again() {
        ++result.frames;
        requestAnimationFrame(again);
      });
    });

  globalThis.play = () =>
    new Promise((done) => {
      const start = performance.now();
      let before = start;
      let at = 0;
      requestAnimationFrame(function frame() {
        const now = performance.now();
        const seconds = (now - start) / 1000;
        ++result.frames;
        result.longestGap = Math.max(result.longestGap, now - before);
        before = now;
        const due = Math.min(pieces.length, Math.floor(seconds * piecesPerSecond));
        if (due > at) {
          take(pieces.slice(at, due).join(""));
          ++result.updates;
          at = due;
        }
        const last = pieces.length / piecesPerSecond + GraceSeconds;
        if ((at === pieces.length && isShown()) || seconds > last)
          done({ ...result, seconds, complete: isShown(), shown: root().textContent.length });
        else
          requestAnimationFrame(frame);
      });
    });
}

export const root = () => document.getElementById("reply");

export const followEnd = () => {
  const scroller = document.scrollingElement;
  scroller.scrollTop = scroller.scrollHeight;
};
