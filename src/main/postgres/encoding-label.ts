/** By the names of https://encoding.spec.whatwg.org. */
const labels: ReadonlyMap<string, string> = new Map([
  ['LATIN1', 'iso-8859-1'],
  ['LATIN2', 'iso-8859-2'],
  ['LATIN3', 'iso-8859-3'],
  ['LATIN4', 'iso-8859-4'],
  ['LATIN5', 'iso-8859-9'],
  ['LATIN6', 'iso-8859-10'],
  ['LATIN7', 'iso-8859-13'],
  ['LATIN8', 'iso-8859-14'],
  ['LATIN9', 'iso-8859-15'],
  ['LATIN10', 'iso-8859-16'],
  ['ISO_8859_5', 'iso-8859-5'],
  ['ISO_8859_6', 'iso-8859-6'],
  ['ISO_8859_7', 'iso-8859-7'],
  ['ISO_8859_8', 'iso-8859-8'],
  ['WIN866', 'ibm866'],
  ['WIN874', 'windows-874'],
  ...[0, 1, 2, 3, 4, 5, 6, 7, 8].map((page) => [`WIN125${page}`, `windows-125${page}`] as const),
  ['KOI8R', 'koi8-r'],
  ['KOI8U', 'koi8-u'],
  ['EUC_JP', 'euc-jp'],
  ['EUC_KR', 'euc-kr'],
  ['EUC_CN', 'gbk'],
  ['SJIS', 'shift_jis'],
  ['BIG5', 'big5'],
  ['GBK', 'gbk'],
  ['GB18030', 'gb18030'],
  ['UHC', 'euc-kr'],
]);

/** What `TextDecoder` calls a `client_encoding`; undefined for UTF-8, and for those that it lacks. */
export function encodingLabel(clientEncoding: string): string | undefined {
  return labels.get(clientEncoding);
}
