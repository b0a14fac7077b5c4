import { type KeyboardEvent, type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Catalog } from '../../../../shared/contract/catalog.ts';
import type { Console, ConsoleEntry } from '../../../../shared/contract/consoles.ts';
import type { Instance } from '../../../../shared/contract/instances.ts';
import { type WindowError, windowErrorOf } from '../../api/call-failure.ts';
import { useReadCatalog } from '../../api/catalog.ts';
import { useCancelQuery, useChangeConsolePreferences, useEndTransaction } from '../../api/consoles.ts';
import { useErrorToast } from '../../errors/use-error-toast.ts';
import { useConsoleStore } from '../../stores/console-store.ts';
import { useToastStore } from '../../stores/toast-store.ts';
import { useExplain } from '../explain/use-explain.ts';
import { isUp } from '../instance/is-up.ts';
import { consoleMemory } from './console-memory.ts';
import type { SqlEditorView } from './editor/sql-editor-view.ts';
import { entryPlace } from './entry-place.ts';
import type { HelpContext } from './errors/error-help-line.tsx';
import { useFiles } from './files/use-files.ts';
import { placeNow } from './place-now.ts';
import { type ShortcutName, shortcutOf } from './shortcuts.ts';
import type { ToolbarActions } from './toolbar/console-toolbar.tsx';
import { useBlocked } from './use-blocked.ts';
import { useConsoleFeed } from './use-console-feed.ts';
import { useErrorMark } from './use-error-mark.ts';
import { useFormat } from './use-format.ts';
import { useRun } from './use-run.ts';

export type ConsoleModel = ReturnType<typeof useConsole>;

/** Everything that the parts of a console share: feed, editor, and what can be done. */
export function useConsole(
  { id, database }: Console,
  instance: Instance,
  onNewConsole: (text: string) => void,
) {
  const t = useTranslations('sql');
  const memory = consoleMemory(id);
  const feed = useConsoleFeed(id);
  const editor = useRef<SqlEditorView | null>(null);
  const up = isUp(instance.state) || feed.state?.link === 'ready';
  const readable = up && instance.ready === true;
  const blocked = useBlocked(feed.state, up);
  const runControl = useRun(id, editor);
  const { format, formatting } = useFormat(editor);
  const catalog = useLiveCatalog(instance.name, feed.state?.database ?? database, readable);
  const files = useFiles(id, editor, onNewConsole);
  const session = useSession(id, instance.name);
  const [saveError, setSaveError] = useState<WindowError | null>(null);
  const onSaved = useCallback(
    (cause: unknown) => setSaveError(cause === null ? null : windowErrorOf(cause)),
    [],
  );
  const show = useConsoleStore((store) => store.show);
  const explain = useExplain(id, () => show(id, feed.run, 'plan'));
  const setHistoryOpen = useConsoleStore((store) => store.setHistoryOpen);
  const showToast = useToastStore((store) => store.showToast);
  const running = feed.state?.running != null;
  const free = blocked === null && !running && !runControl.starting && !explain.pending;
  useErrorMark(feed, memory, editor);

  const placeOf = (entry: ConsoleEntry) => {
    const place = entryPlace(entry);
    const now = place === null ? null : placeNow(memory, entry.id, place);
    return now === null ? null : () => editor.current?.select(now, now + lengthOf(entry));
  };
  const closeHistory = () => {
    setHistoryOpen(false);
    editor.current?.focus();
  };
  const busy = free ? null : (blocked ?? t('toolbar.why.running'));
  const unlessBusy = (act: () => void) => () =>
    busy === null ? act() : showToast({ id: 'console-busy', tone: 'idle', text: busy });
  const actions: ToolbarActions = {
    run: unlessBusy(runControl.run),
    runAll: unlessBusy(runControl.runAll),
    explain: unlessBusy(() => explain.explain(editor.current?.target() ?? null)),
    cancel: () => (running || explain.pending) && session.cancel(),
    format,
    history: () => (useConsoleStore.getState().historyOpen ? closeHistory() : setHistoryOpen(true)),
    openFile: files.choose,
  };
  const help: HelpContext = {
    instance,
    up,
    consoleId: id,
    user: feed.state?.user ?? '',
    onShowTables: () => runControl.runText('\\dt'),
    onRollback: session.rollback,
    onAllowWriting: session.allowWriting,
    busy,
  };

  return {
    feed,
    editor,
    catalog,
    readable,
    blocked,
    runControl,
    explain,
    formatting,
    files,
    actions,
    help,
    placeOf,
    closeHistory,
    saveError,
    onSaved,
    remembered: memory.values,
    onKeyDown: (event: KeyboardEvent) =>
      press(event, { ...actions, goToError: () => editor.current?.goToError() }),
  };
}

/** Reads the newest catalogue, for completion: it asks while somebody types, not while React draws. */
function useLiveCatalog(
  instance: string,
  database: string | null,
  readable: boolean,
): RefObject<() => Promise<Catalog | null>> {
  const read = useReadCatalog(instance, database, readable);
  const newest = useRef(read);
  useEffect(() => {
    newest.current = read;
  });
  return newest;
}

function useSession(id: string, instance: string) {
  const showError = useErrorToast();
  const cancel = useCancelQuery();
  const end = useEndTransaction();
  const change = useChangeConsolePreferences(instance);
  const failed = { onError: ({ error }: { error: WindowError }) => showError(error) };
  return {
    cancel: () => cancel.mutate({ id }, failed),
    rollback: () => end.mutate({ id, how: 'rollback' }, failed),
    allowWriting: () => change.mutate({ instance, patch: { readOnly: false } }, failed),
  };
}

function press(event: KeyboardEvent, actions: Record<ShortcutName, () => unknown>): void {
  const name = shortcutOf(event.nativeEvent);
  // What dialogs and menus hand up through React belongs to them.
  if (name === null || !event.currentTarget.contains(event.target as Node)) return;
  event.preventDefault();
  event.stopPropagation();
  actions[name]();
}

/** Of the text at an entry's place; an error has a place only. */
function lengthOf(entry: ConsoleEntry): number {
  return entry.kind === 'statement' ? entry.text.replace(/…$/, '').length : 0;
}
