import * as z from 'zod';

/** Fields of the form `New instance`, by the name the specification uses. */
export const instanceFieldSchema = z.enum([
  'name',
  'image',
  'user',
  'password',
  'database',
  'hostPort',
  'hostAddress',
  'storage',
  'initScripts',
  'restartPolicy',
  'healthCheck',
  'network',
  'parameters',
]);
export type InstanceField = z.infer<typeof instanceFieldSchema>;

/**
 * One thing wrong with (severity `error`) or worth knowing about (`warning`) a field. `problem` is the key of a text;
 * `values` are what the text mentions.
 */
export const fieldIssueSchema = z.object({
  field: instanceFieldSchema,
  severity: z.enum(['error', 'warning']),
  problem: z.enum([
    'required',
    'too-long',
    'name-characters',
    'name-taken',
    'image-not-here',
    'image-reference',
    'control-characters',
    'user-reserved',
    'identifier-long',
    'port-range',
    'port-taken-container',
    'port-taken-process',
    'port-privileged',
    'open-to-network',
    'folder-absolute',
    'folder-not-empty',
    'volume-missing',
    'volume-in-use',
    'volume-initialised',
    'volume-other-major',
    'volume-name',
    'memory-lost',
    'anonymous-orphan',
    'script-extension',
    'script-duplicate',
    'script-too-large',
    'script-not-executable',
    'network-missing',
    'network-host',
    'parameter-name',
    'parameter-duplicate',
    'health-interval',
    'password-empty',
  ]),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type FieldIssue = z.infer<typeof fieldIssueSchema>;
