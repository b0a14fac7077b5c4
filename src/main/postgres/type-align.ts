/** As in psql: int8, int2, int4, oid, xid, cid, float4, float8, money, numeric, xid8. */
const rightAligned = new Set([20, 21, 23, 26, 28, 29, 700, 701, 790, 1700, 5069]);

/** The side that values of a type stand on; of a domain: by the type it is made of. */
export function typeAlign(typeOid: number): 'left' | 'right' {
  return rightAligned.has(typeOid) ? 'right' : 'left';
}
