import type { FieldIssue, InstanceField } from './field-issue.ts';
import type { InitScript, InstanceSpec, StorageSpec } from './instance-spec.ts';
import {
  absolutePath,
  dockerName,
  hasControlCharacters,
  imageReference,
  initScriptName,
  parameterName,
} from './spec-patterns.ts';

/** A name is also what other containers find the instance by: one label of DNS. */
const maxNameLength = 63;
/** PostgreSQL's NAMEDATALEN - 1. */
const maxIdentifierBytes = 63;
/** All scripts together: they travel with the specification. */
export const maxScriptsBytes = 8 * 1024 * 1024;

type Problem = FieldIssue['problem'];
type Found = (problem: Problem, values?: FieldIssue['values']) => FieldIssue;

const error =
  (field: InstanceField): Found =>
  (problem, values = {}) => ({ field, severity: 'error', problem, values });
const warning =
  (field: InstanceField): Found =>
  (problem, values = {}) => ({ field, severity: 'warning', problem, values });

/**
 * What is wrong with a specification, or worth knowing, as far as it can be told without an engine. Pure: the form asks
 * at every key, main asks again.
 */
export function specIssues(spec: InstanceSpec): FieldIssue[] {
  return [
    ...nameIssues(spec.name),
    ...imageIssues(spec.image),
    ...identifierIssues('user', spec.user),
    ...(/^pg_/.test(spec.user) ? [error('user')('user-reserved', { name: spec.user })] : []),
    ...passwordIssues(spec.password),
    ...identifierIssues('database', spec.database),
    ...portIssues(spec),
    ...storageIssues(spec.storage),
    ...scriptIssues(spec.initScripts),
    ...(spec.healthCheck ? [] : [warning('healthCheck')('health-interval')]),
    ...(spec.network === 'host' && spec.hostPort !== null ? [error('network')('network-host')] : []),
    ...parameterIssues(spec.parameters),
  ];
}

function nameIssues(name: string): FieldIssue[] {
  const found = error('name');
  if (name === '') return [found('required')];
  if (!dockerName.test(name)) return [found('name-characters', { name })];
  return name.length > maxNameLength ? [found('too-long', { max: maxNameLength })] : [];
}

function imageIssues(image: string): FieldIssue[] {
  if (image === '') return [error('image')('required')];
  return imageReference.test(image) ? [] : [error('image')('image-reference', { image })];
}

function identifierIssues(field: 'user' | 'database', name: string): FieldIssue[] {
  if (name === '') return [error(field)('required')];
  if (hasControlCharacters(name)) return [error(field)('control-characters')];
  const bytes = new TextEncoder().encode(name).length;
  return bytes > maxIdentifierBytes ? [error(field)('identifier-long', { bytes })] : [];
}

function passwordIssues(password: string): FieldIssue[] {
  if (password === '') return [error('password')('password-empty')];
  return hasControlCharacters(password) ? [error('password')('control-characters')] : [];
}

function portIssues({ hostPort, hostAddress }: InstanceSpec): FieldIssue[] {
  if (hostPort === null) return [];
  if (!Number.isInteger(hostPort) || hostPort < 1 || hostPort > 65_535) {
    return [error('hostPort')('port-range')];
  }
  return [
    ...(hostPort < 1024 ? [warning('hostPort')('port-privileged', { port: hostPort })] : []),
    ...(hostAddress === '0.0.0.0' ? [warning('hostAddress')('open-to-network')] : []),
  ];
}

function storageIssues(storage: StorageSpec): FieldIssue[] {
  const found = error('storage');
  switch (storage.kind) {
    case 'named-volume':
    case 'existing-volume':
      if (storage.name === '') return [found('required')];
      if (storage.name.length > 255) return [found('too-long', { max: 255 })];
      return dockerName.test(storage.name) ? [] : [found('volume-name', { name: storage.name })];
    case 'folder':
      if (storage.path === '') return [found('required')];
      if (hasControlCharacters(storage.path)) return [found('control-characters')];
      return absolutePath.test(storage.path) ? [] : [found('folder-absolute', { path: storage.path })];
    case 'anonymous':
      return [warning('storage')('anonymous-orphan')];
    case 'memory':
      return [warning('storage')('memory-lost')];
  }
}

function scriptIssues(scripts: readonly InitScript[]): FieldIssue[] {
  const found = error('initScripts');
  const seen = new Set<string>();
  let bytes = 0;
  return scripts.flatMap(({ name, contentBase64 }) => {
    const before = bytes;
    bytes += Math.floor((contentBase64.length * 3) / 4);
    const duplicate = seen.has(name);
    seen.add(name);
    return [
      ...(hasControlCharacters(name) ? [found('control-characters', { name })] : []),
      ...(initScriptName.test(name) ? [] : [found('script-extension', { name })]),
      ...(duplicate ? [found('script-duplicate', { name })] : []),
      // At the first one that is too much.
      ...(before <= maxScriptsBytes && bytes > maxScriptsBytes ? [found('script-too-large', { name })] : []),
      // "#!" and the bits of the next byte that share its last character.
      ...(name.endsWith('.sh') && !/^I[yz]/.test(contentBase64)
        ? [warning('initScripts')('script-not-executable', { name })]
        : []),
    ];
  });
}

function parameterIssues(parameters: InstanceSpec['parameters']): FieldIssue[] {
  const seen = new Set<string>();
  return parameters.flatMap(({ name, value }) => {
    const key = name.toLowerCase();
    const duplicate = seen.has(key);
    seen.add(key);
    return [
      ...(parameterName.test(name) ? [] : [error('parameters')('parameter-name', { name })]),
      ...(hasControlCharacters(value) ? [error('parameters')('control-characters', { name })] : []),
      ...(duplicate ? [warning('parameters')('parameter-duplicate', { name })] : []),
    ];
  });
}
