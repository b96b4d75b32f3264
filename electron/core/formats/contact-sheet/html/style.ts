/** How the page looks: on a screen in the dark or in the light, and on paper. */
export const styleOf = (columns: number): string => `
:root { color-scheme: light dark; --back: #f4f4f4; --card: #fff; --ink: #1a1a1a; --faint: #595959; --line: #d0d0d0; --mat: #e6e6e6; --strong: #1d5fc4; --high: #b3261e; --medium: #8a5a00; --low: #57606a; }
@media (prefers-color-scheme: dark) { :root { --back: #1e1e1e; --card: #272727; --ink: #ececec; --faint: #a8a8a8; --line: #424242; --mat: #1a1a1a; --strong: #8ab4f8; --high: #ff8a80; --medium: #f0b429; --low: #b0b8c0; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--back); color: var(--ink); font: 15px/1.45 system-ui, sans-serif; }
header { position: sticky; top: 0; z-index: 1; display: flex; flex-wrap: wrap; gap: 8px 20px; align-items: center; padding: 12px 20px; background: var(--back); border-bottom: 1px solid var(--line); }
h1 { flex: 1 1 240px; margin: 0; font-size: 20px; overflow-wrap: anywhere; }
h1 small { display: block; font-size: 13px; font-weight: 400; color: var(--faint); }
form, .comment { display: none; }
.live form { display: flex; flex-wrap: wrap; gap: 8px; align-items: center; }
.live .comment { display: block; }
#state { flex-basis: 100%; margin: 0; font-size: 13px; color: var(--faint); }
#state:empty { display: none; }
main { display: grid; align-items: start; gap: 20px; padding: 20px; margin: 0; list-style: none; grid-template-columns: repeat(auto-fill, minmax(max(240px, (100% - ${(columns - 1) * 20}px) / ${columns}), 1fr)); }
.shot { display: flex; flex-direction: column; min-width: 0; background: var(--card); border: 1px solid var(--line); border-radius: 6px; overflow: hidden; }
.picture { display: grid; place-items: center; min-height: 120px; background: var(--mat); color: var(--faint); }
.picture img { display: block; max-width: 100%; height: auto; }
.frame { position: relative; min-width: 0; }
.mine { position: absolute; inset: 0; pointer-events: none; }
.drawn { position: absolute; inset: 0; width: 100%; height: 100%; pointer-events: none; }
.live .frame { cursor: crosshair; }
.pin { position: absolute; width: 26px; height: 26px; margin: -13px; padding: 0; border: 2px solid #fff; border-radius: 50%; background: #1d5fc4; color: #fff; font-size: 13px; font-weight: 600; line-height: 1; box-shadow: 0 1px 4px #000a; }
.pins { display: grid; gap: 6px; list-style: none; counter-reset: pin; }
.pins:empty { display: none; }
.pins li { display: flex; gap: 6px; align-items: start; counter-increment: pin; }
.pins li::before { content: counter(pin); flex: none; width: 22px; height: 22px; margin-top: 9px; border-radius: 50%; background: #1d5fc4; color: #fff; font-size: 12px; font-weight: 600; line-height: 22px; text-align: center; }
.pins textarea { flex: 1; min-width: 0; min-height: 2.4em; field-sizing: content; max-height: 30em; }
.pins .away { margin-top: 3px; color: var(--faint); }
.draw, .add { margin: 6px 14px 0 0; padding: 3px 0; }
.words { display: flex; flex: 1; flex-direction: column; gap: 6px; padding: 12px 14px; overflow-wrap: anywhere; }
h2 { margin: 0; font-size: 15px; }
p, ul, ol { margin: 0; padding: 0; white-space: pre-wrap; }
ul { list-style: none; }
.why { display: block; max-width: 100%; height: auto; margin: 4px 0 6px; border-radius: 4px; }
.faint { font-size: 13px; color: var(--faint); }
.high::before { content: '■ '; color: var(--high); }
.medium::before { content: '▲ '; color: var(--medium); }
.low::before { content: '● '; color: var(--low); }
b { font-weight: 600; }
summary { cursor: pointer; color: var(--faint); }
.comment { margin-top: auto; padding-top: 6px; font-size: 13px; color: var(--faint); }
textarea, input, button { font: inherit; color: var(--ink); background: var(--back); border: 1px solid var(--line); border-radius: 4px; padding: 6px 9px; }
textarea { display: block; width: 100%; min-height: 3.6em; resize: vertical; margin-top: 3px; }
button { cursor: pointer; border-color: var(--strong); color: var(--strong); }
.draw, .add, .pins .away { background: none; border-color: transparent; }
#author { flex: 1 1 90px; min-width: 0; }
.drawing { width: 100vw; height: 100vh; height: 100dvh; max-width: none; max-height: none; margin: 0; padding: 0; border: 0; background: var(--back); color: var(--ink); overflow: hidden; }
.drawing[open] { display: grid; grid-template-rows: minmax(0, 1fr) auto; }
.drawing::backdrop { background: var(--back); }
.draw-stage { display: grid; place-items: center; margin: 16px; min-width: 0; min-height: 0; overflow: hidden; }
.draw-picture { position: relative; flex: none; }
.draw-picture img { display: block; width: 100%; height: 100%; }
.draw-layer { position: absolute; inset: 0; cursor: crosshair; touch-action: none; user-select: none; -webkit-user-select: none; }
.draw-layer[data-tool=text] { cursor: text; }
.draw-layer[data-tool=hand] { cursor: default; }
.draw-frame { position: absolute; outline: 1px dashed #fff; box-shadow: 0 0 0 1px #0008; cursor: move; }
.draw-grip { position: absolute; width: 24px; height: 24px; margin: -12px; cursor: pointer; }
.draw-grip::after { content: ''; position: absolute; inset: 6px; background: #fff; border: 2px solid #1d5fc4; border-radius: 50%; }
.draw-layer:focus-visible { outline-offset: -2px; }
.draw-cross { position: absolute; width: 28px; height: 28px; margin: -14px; pointer-events: none; background: linear-gradient(#fff, #fff) center / 100% 2px no-repeat, linear-gradient(#fff, #fff) center / 2px 100% no-repeat, linear-gradient(#000, #000) center / 100% 5px no-repeat, linear-gradient(#000, #000) center / 5px 100% no-repeat; }
.draw-cross[hidden] { display: none; }
.draw-words { position: absolute; width: 240px; max-width: 60%; font-size: 16px; font-weight: 600; border-color: #fff; transform: translateY(-100%); }
.draw-foot { padding: 10px 16px 12px; background: var(--card); border-top: 1px solid var(--line); }
.draw-bar { display: flex; flex-wrap: wrap; align-items: center; gap: 8px 20px; }
.draw-tools { display: flex; gap: 4px; }
.tool { display: flex; align-items: center; justify-content: center; gap: 6px; min-width: 44px; min-height: 40px; padding: 4px 10px; border-color: transparent; background: none; color: var(--ink); }
.tool svg { flex: none; width: 20px; height: 20px; fill: none; stroke: currentColor; stroke-width: 1.6; stroke-linecap: round; stroke-linejoin: round; }
.tool[aria-pressed=true] { border-color: var(--strong); background: var(--back); color: var(--strong); }
.tool:disabled { color: var(--faint); cursor: default; opacity: .55; }
.draw-inks, .draw-widths { display: flex; gap: 4px; }
.draw-widths .tool { min-width: 36px; padding: 4px 6px; }
.ink { width: 32px; height: 32px; padding: 0; border: 3px solid var(--card); border-radius: 50%; box-shadow: 0 0 0 1px var(--faint); }
.ink[aria-pressed=true] { box-shadow: 0 0 0 3px var(--strong); }
.draw-done { margin-left: auto; min-height: 40px; padding: 4px 18px; background: var(--strong); color: var(--card); }
.draw-state, .draw-help { margin-top: 6px; font-size: 13px; color: var(--faint); }
.draw-state { min-height: 1.45em; }
@media (hover: none) { .draw-help { display: none; } }
@media (max-width: 1240px) { .tool span { display: none; } }
@media (max-width: 560px) { .draw-stage { margin: 8px; } .draw-foot { padding: 8px; } .draw-bar { gap: 8px; } .draw-tools { flex: 1 1 100%; gap: 0; } .tool { flex: 1; min-width: 0; padding: 4px; } .draw-inks, .draw-widths { gap: 2px; } .ink { width: 28px; height: 28px; margin: 6px 0; } .draw-widths .tool { min-width: 32px; padding: 4px; } }
@media (max-height: 420px) { .draw-help { display: none; } .draw-stage { margin: 6px; } }
@media (max-width: 560px) { header { padding: 10px 14px; } h1 { font-size: 17px; } main { padding: 14px; } .live form { flex: 1 1 100%; min-width: 0; flex-wrap: nowrap; white-space: nowrap; } }
@media (max-width: 380px) { .live form { flex-wrap: wrap; } #save { flex: 1 1 100%; } }
:focus-visible { outline: 2px solid var(--strong); outline-offset: 2px; }
@media print {
  @page { size: landscape; margin: 10mm; }
  :root { color-scheme: light; --back: #fff; --card: #fff; --ink: #000; --faint: #444; --line: #bbb; --mat: #eee; --high: #b3261e; --medium: #8a5a00; --low: #57606a; }
  body { font-size: 9pt; }
  header { position: static; }
  .live form, #state, .live .comment:not(:has(textarea:not(:placeholder-shown))), .draw, .add, .away, .comment > textarea:placeholder-shown { display: none; }
  main { padding: 8px 0; gap: 10px; grid-template-columns: repeat(${columns}, minmax(0, 1fr)); }
  /* In parts of a row, the text of one would run into the next one. */
  .shot { break-inside: avoid; }
  .picture, h2, li { break-inside: avoid; }
  .picture, h2 { break-after: avoid; }
  .pin, .pins li::before { print-color-adjust: exact; }
  textarea { field-sizing: content; resize: none; min-height: 0; }
  details::details-content { content-visibility: visible; display: block; }
  .picture { min-height: 0; }
}
`;
