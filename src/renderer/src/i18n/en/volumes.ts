export const volumes = {} as const;
