import { RunFailure } from '../errors/run-failure.tsx';
import type { ConsoleModel } from '../use-console.ts';
import { isConnected } from './is-connected.ts';

/** The error of the last run. While there is no session, the note about that says why. */
export function RunFailureNote({ model }: { model: ConsoleModel }) {
  const { feed, help, placeOf, editor } = model;
  const { failure, failures } = feed.outcome;
  if (failure === null || (failure.kind === 'failure' && !isConnected(feed.state))) return null;
  return (
    <RunFailure
      entry={failure}
      failures={failures}
      help={help}
      onGoToError={placeOf(failure) === null ? null : () => editor.current?.goToError()}
    />
  );
}
