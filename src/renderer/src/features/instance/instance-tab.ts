export const instanceTabs = ['overview', 'logs', 'restore-points', 'inspect'] as const;
export type InstanceTab = (typeof instanceTabs)[number];
