import { type MouseEventHandler, type PointerEventHandler, useEffect, useRef } from 'react';
import { type ColumnLayout, columnAt } from './column-layout.ts';
import type { EditStart, GridEditing } from './grid-editing.ts';
import { headPx, rowPx } from './grid-metrics.ts';
import { type GridCell, type GridSelection, type GridSize, selectRows } from './grid-selection.ts';
import type { VirtualViewport } from './virtual-viewport.ts';

interface GridPointerInput {
  selection: GridSelection;
  size: GridSize;
  viewport: VirtualViewport;
  layout: ColumnLayout | null;
  gutterPx: number;
  /** Selects and scrolls there. */
  select: (selection: GridSelection) => void;
  onSelect: (selection: GridSelection) => void;
  onOpen: (cell: GridCell) => void;
  onJump?: ((cell: GridCell) => void) | undefined;
  editing?: GridEditing | undefined;
  begin: ((cell: GridCell, start: EditStart) => void) | undefined;
}

export interface GridPointer {
  onPointerDown: PointerEventHandler<HTMLElement>;
  onClick: MouseEventHandler<HTMLElement>;
  onDoubleClick: MouseEventHandler<HTMLElement>;
}

/** Selects cells, or whole rows by their numbers, with the mouse; beyond an edge it goes on by itself. */
export function useGridPointer(input: GridPointerInput): GridPointer {
  const latest = useRef(input);
  useEffect(() => {
    latest.current = input;
  });
  const dragging = useRef<AbortController>(null);
  useEffect(() => () => dragging.current?.abort(), []);

  return {
    onPointerDown: (event) => {
      const scroller = event.currentTarget.closest('[role=grid]');
      if (event.button !== 0 || scroller === null) return;
      dragging.current?.abort();
      dragging.current = startDrag(scroller, event.nativeEvent, () => latest.current);
    },
    onClick: ({ target }) => {
      if (isJump(target)) input.onJump?.(input.selection.active);
      else if (isMark(target)) input.editing?.onToggle(input.selection.active);
    },
    onDoubleClick: ({ target }) => {
      const { active } = input.selection;
      if (isJump(target)) return;
      if (input.begin === undefined) input.onOpen(active);
      else if (!isMark(target)) input.begin(active, { kind: 'keep' });
    },
  };
}

/** The sign of a boolean, which takes clicks for itself. */
const isMark = (target: EventTarget) => target instanceof Element && target.closest('[data-mark]') !== null;

/** The arrow of a value that leads elsewhere. */
const isJump = (target: EventTarget) => target instanceof Element && target.closest('[data-jump]') !== null;

function startDrag(scroller: Element, down: PointerEvent, input: () => GridPointerInput): AbortController {
  const life = new AbortController();
  let at = { x: down.clientX, y: down.clientY };
  let frame = 0;
  const first = hit(scroller, at, input());
  const from = down.shiftKey ? input().selection.anchor : first.cell;

  const extend = () => {
    const { size, onSelect, select } = input();
    const { cell, outside } = hit(scroller, at, input());
    cancelAnimationFrame(frame);
    if (first.gutter) onSelect(selectRows(from.row, cell.row, size));
    else if (!outside) onSelect({ anchor: from, active: cell });
    else {
      select({ anchor: from, active: cell });
      frame = requestAnimationFrame(extend);
    }
  };
  const move = (event: PointerEvent) => {
    at = { x: event.clientX, y: event.clientY };
    extend();
  };
  const end = () => life.abort();
  window.addEventListener('pointermove', move, { signal: life.signal });
  window.addEventListener('pointerup', end, { signal: life.signal });
  window.addEventListener('pointercancel', end, { signal: life.signal });
  extend();
  life.signal.addEventListener('abort', () => cancelAnimationFrame(frame));
  return life;
}

/** The cell at a place of the window, or the one nearest to it. */
function hit(
  scroller: Element,
  { x, y }: { x: number; y: number },
  { viewport, layout, gutterPx, size }: GridPointerInput,
): { cell: GridCell; gutter: boolean; outside: boolean } {
  const { left, top } = scroller.getBoundingClientRect();
  const view = viewport.state();
  const row = Math.floor((y - top - headPx + view.topPx) / rowPx);
  const fromCells = x - left - gutterPx;
  return {
    cell: {
      row: Math.min(Math.max(0, row), size.rows - 1),
      column: layout === null ? 0 : columnAt(layout, fromCells + view.leftPx),
    },
    gutter: fromCells < 0,
    outside: y < top + headPx || y > top + view.heightPx || x - left > view.widthPx || fromCells < 0,
  };
}
