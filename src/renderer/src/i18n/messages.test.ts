import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';
import { createTranslator } from 'use-intl';
import { describe, expect, it } from 'vitest';
import { en } from './en.ts';
import { id } from './id.ts';
import type { Locale } from './messages.ts';
import { ptBr } from './pt-br.ts';

type Catalogue = { readonly [key: string]: string | Catalogue };

function flatten(catalogue: Catalogue, prefix = ''): Map<string, string> {
  const texts = new Map<string, string>();
  for (const [key, value] of Object.entries(catalogue)) {
    if (typeof value === 'string') texts.set(`${prefix}${key}`, value);
    else for (const [path, text] of flatten(value, `${prefix}${key}.`)) texts.set(path, text);
  }
  return texts;
}

/** What a text takes: values by name, tags as `<b>`. */
function argumentsOf(text: string): string[] {
  return [...new Set(parse(text).flatMap(argumentsOfElement))].sort();
}

function argumentsOfElement(element: MessageFormatElement): string[] {
  switch (element.type) {
    case TYPE.literal:
    case TYPE.pound:
      return [];
    case TYPE.select:
    case TYPE.plural:
      return [
        element.value,
        ...Object.values(element.options).flatMap(({ value }) => value.flatMap(argumentsOfElement)),
      ];
    case TYPE.tag:
      return [`<${element.value}>`, ...element.children.flatMap(argumentsOfElement)];
    default:
      return [element.value];
  }
}

const english = flatten(en);
const others: [Locale, Map<string, string>][] = [
  ['id', flatten(id)],
  ['pt-BR', flatten(ptBr)],
];

describe.each(others)('the catalogue %s', (_, texts) => {
  it('has the keys of the English one', () => {
    expect([...texts.keys()].sort()).toEqual([...english.keys()].sort());
  });

  it('takes the same arguments in every text', () => {
    const differing = [...english].filter(
      ([key, text]) => argumentsOf(texts.get(key) ?? '').join() !== argumentsOf(text).join(),
    );
    expect(differing.map(([key]) => key)).toEqual([]);
  });
});

it.each([['en', english] as [Locale, Map<string, string>], ...others])(
  'every text of %s can be formatted',
  (locale, texts) => {
    const failures: string[] = [];
    for (const [key, text] of texts) {
      const t = createTranslator({
        locale,
        messages: { text } as never,
        onError: ({ message }) => failures.push(`${key}: ${message}`),
      }) as unknown as { rich: (key: string, values: Record<string, unknown>) => unknown };
      const values = argumentsOf(text).map((name): [string, unknown] =>
        name.startsWith('<') ? [name.slice(1, -1), (children: unknown) => children] : [name, 2],
      );
      t.rich('text', Object.fromEntries(values));
    }
    expect(failures).toEqual([]);
  },
);
