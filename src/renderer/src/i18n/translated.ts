/** The shape of an English catalogue with texts of another language in it. */
export type Translated<T> = { readonly [K in keyof T]: T[K] extends string ? string : Translated<T[K]> };
