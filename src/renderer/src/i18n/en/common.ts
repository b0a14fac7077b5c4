export const common = {
  cancel: 'Cancel',
  close: 'Close',
  tryAgain: 'Try again',
  copied: 'Copied',
  notCopied: 'Could not be copied',
  copyCommand: 'Copy command',
  notifications: 'Notifications',
  database: 'Database',
  loading: 'Loading…',
} as const;
