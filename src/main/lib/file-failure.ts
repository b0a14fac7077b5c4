import type { AppError } from '../../shared/app-error.ts';
import { AppFailure } from './app-failure.ts';

export type FileProblem = Extract<AppError, { code: 'file-unusable' }>['problem'];

const problems: Record<string, FileProblem> = {
  ENOENT: 'not-found',
  ENOTDIR: 'not-found',
  EISDIR: 'is-folder',
  EACCES: 'no-permission',
  EPERM: 'no-permission',
};

/** A failure about a file, for people. */
export function fileFailure(path: string, problem: FileProblem, reason: string | null = null): AppFailure {
  return new AppFailure({ code: 'file-unusable', path, problem, reason });
}

/** What the system says about a file, as a failure; a failure stays as it is. */
export function toFileFailure(path: string, error: unknown): AppFailure {
  if (error instanceof AppFailure) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const problem = problems[code];
  if (problem !== undefined) return fileFailure(path, problem);
  return fileFailure(path, 'failed', code === '' ? String(error) : code);
}
