export const instanceTabs = ['overview', 'sql', 'logs', 'restore-points', 'inspect'] as const;
export type InstanceTab = (typeof instanceTabs)[number];
