export const instanceTabs = ['overview', 'data', 'sql', 'logs', 'restore-points', 'inspect'] as const;
export type InstanceTab = (typeof instanceTabs)[number];
