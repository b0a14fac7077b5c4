import { describe, expect, it } from 'vitest';
import { wrapCommand } from './wrap-command.ts';

describe('wrapCommand', () => {
  it('keeps options with their values and breaks before options', () => {
    const command = `docker run -d --name shop -e POSTGRES_PASSWORD="$PGPASSWORD" --health-cmd 'pg_isready -h x' postgres:16`;
    expect(wrapCommand(command, 46)).toBe(
      [
        'docker run -d --name shop \\',
        '  -e POSTGRES_PASSWORD="$PGPASSWORD" \\',
        "  --health-cmd 'pg_isready -h x' postgres:16",
      ].join('\n'),
    );
  });

  it.each([
    ['short', 'docker start shop'],
    ['a loop', 'until docker exec shop pg_isready -q -h 127.0.0.1 -p 5432; do sleep 1; done'],
    ['a quote over lines', "docker run -e A='one two three four five\nsix seven eight nine ten' postgres:16"],
    ['double spaces in a quote kept', "docker run -e 'A  B'"],
  ])('leaves %s as it is', (_, command) => {
    expect(wrapCommand(command, 30)).toBe(command);
  });

  it('never breaks inside quotes, and treats each line by itself', () => {
    const wrapped = wrapCommand(`docker pull x\ndocker run -e "A=b \\" -c" -e 'C=d -e f' img`, 20);
    expect(wrapped.split('\n')).toEqual([
      'docker pull x',
      'docker run \\',
      '  -e "A=b \\" -c" \\',
      "  -e 'C=d -e f' \\",
      '  img',
    ]);
  });
});
