import { expect, test } from 'vitest';
import { explainConnectionError } from './explain-connection-error.ts';

test.each([
  ['ENOENT', 'missing'],
  ['ENOTFOUND', 'missing'],
  ['EACCES', 'permission'],
  ['ECONNREFUSED', 'refused'],
  ['ECONNRESET', 'refused'],
  ['ETIMEDOUT', 'timeout'],
  ['HPE_INVALID_CONSTANT', 'not-an-engine'],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'tls'],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'tls'],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'tls'],
  ['EPROTO', 'tls'],
  ['EWHATEVER', 'other'],
])('errno %s is %s', (code, reason) => {
  const failure = explainConnectionError(Object.assign(new Error(`connect ${code} /x`), { code }));
  expect(failure.reason).toBe(reason);
  expect(failure.detail).toBe(`connect ${code} /x`);
});
