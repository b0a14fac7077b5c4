import { describe, expect, it } from 'vitest';
import { portTexts } from './port-texts.ts';

const port = (hostIp: string, hostPort: number, containerPort = 5432) =>
  ({ hostIp, hostPort, containerPort, protocol: 'tcp' }) as const;

describe('portTexts', () => {
  it.each([
    ['loopback', [port('127.0.0.1', 5433), port('::1', 5433)], ['localhost:5433 → 5432/tcp']],
    ['every interface', [port('0.0.0.0', 80, 8080), port('::', 80, 8080)], ['*:80 → 8080/tcp']],
    ['one interface', [port('192.168.1.4', 5432)], ['192.168.1.4:5432 → 5432/tcp']],
    ['none', [], []],
  ])('%s', (_name, ports, texts) => {
    expect(portTexts(ports)).toEqual(texts);
  });
});
