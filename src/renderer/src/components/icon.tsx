const paths = {
  more: 'M3 8a1 1 0 1 0 2 0 1 1 0 1 0-2 0M7 8a1 1 0 1 0 2 0 1 1 0 1 0-2 0M11 8a1 1 0 1 0 2 0 1 1 0 1 0-2 0',
  close: 'm4 4 8 8m0-8-8 8',
  copy: 'M5.5 5.5V3.2c0-.4.3-.7.7-.7h6.6c.4 0 .7.3.7.7v6.6c0 .4-.3.7-.7.7h-2.3M3.2 5.5h6.6c.4 0 .7.3.7.7v6.6c0 .4-.3.7-.7.7H3.2a.7.7 0 0 1-.7-.7V6.2c0-.4.3-.7.7-.7Z',
  check: 'm3 8.5 3.2 3L13 4.5',
  cross: 'm4.5 4.5 7 7m0-7-7 7',
  chevron: 'm4 6 4 4 4-4',
  'chevron-up': 'm4 10 4-4 4 4',
  'chevron-right': 'm6 4 4 4-4 4',
  'chevron-left': 'm10 4-4 4 4 4',
  first: 'm11 4-4 4 4 4M4.5 4v8',
  last: 'm5 4 4 4-4 4m6.5-8v8',
  back: 'M13 8H3.5m4-4-4 4 4 4',
  search: 'M7 11.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9Zm3.3-1.2 3.2 3.2',
  warning: 'M8 2.5 14 13H2L8 2.5Zm0 4v3m0 1.6v.2',
  info: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12Zm0-6.5V11m0-6v.2',
  refresh: 'M13 8a5 5 0 1 1-1.6-3.7M13 2.5v3h-3',
  undo: 'M3 6.5h6.5a3.5 3.5 0 0 1 0 7H6M3 6.5l3-3m-3 3 3 3',
  volume:
    'M3 4.5C3 3.4 5.2 2.5 8 2.5s5 .9 5 2-2.2 2-5 2-5-.9-5-2Zm0 0v7c0 1.1 2.2 2 5 2s5-.9 5-2v-7M3 8c0 1.1 2.2 2 5 2s5-.9 5-2',
  table: 'M2.5 3.5h11v9h-11zM2.5 6.5h11M6.5 6.5v6',
  container: 'M2.5 5 8 2.5 13.5 5v6L8 13.5 2.5 11V5Zm0 0L8 7.5 13.5 5M8 7.5v6',
  settings: 'M2.5 4.5h6m3 0h2m-11 7h2m3 0h6M10 3v3M6 10v3',
  action: 'm9 2-5 7h4l-1 5 5-7H8l1-5Z',
  calendar:
    'M3.2 3.5h9.6c.4 0 .7.3.7.7v8.600c0 .4-.3.7-.7.7H3.200a.7.7 0 0 1-.7-.7V4.200c0-.4.3-.7.7-.7ZM2.500 6.500h11M5.500 2v3m5-3v3',
  key: 'M9.5 9.5a3.5 3.5 0 1 0-3-3L2.5 10.5v3h3V12H7v-1.500l1-1ZM10.600 5.400h.01',
  eye: 'M1.8 8S4 3.8 8 3.8 14.2 8 14.2 8 12 12.2 8 12.2 1.8 8 1.8 8Zm6.2 2a2 2 0 1 0 0-4 2 2 0 0 0 0 4Z',
} as const;

export type IconName = keyof typeof paths;

/** A line drawing of 16 px in the colour of the text. Decoration: the name of a control is its text or label. */
export function Icon({ name, sizePx = 16 }: { name: IconName; sizePx?: number }) {
  return (
    <svg
      aria-hidden="true"
      width={sizePx}
      height={sizePx}
      viewBox="0 0 16 16"
      fill={name === 'more' ? 'currentColor' : 'none'}
      stroke={name === 'more' ? 'none' : 'currentColor'}
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d={paths[name]} />
    </svg>
  );
}
