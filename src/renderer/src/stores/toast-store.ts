import type { ReactNode } from 'react';
import { create } from 'zustand';

export interface ToastAction {
  label: string;
  onAction: () => void;
}

export interface Toast {
  id: string;
  tone: 'ok' | 'bad' | 'idle';
  text: ReactNode;
  action?: ToastAction | undefined;
  /** Stays until closed: for everything that offers an undo. Others leave after some seconds. */
  sticky?: boolean | undefined;
  /** Name of the instance that its undo is about. */
  undoOf?: string | undefined;
}

interface ToastStore {
  toasts: Toast[];
  /** A toast with the id of one that is shown replaces it. */
  showToast: (toast: Toast) => void;
  closeToast: (id: string) => void;
  /** Takes away an offer to undo that something later on the same instance has overtaken. */
  closeUndoOf: (instance: string) => void;
}

const mostShown = 4;

export const useToastStore = create<ToastStore>((set) => ({
  toasts: [],
  showToast: (toast) =>
    set(({ toasts }) => ({ toasts: keepFew([...toasts.filter(({ id }) => id !== toast.id), toast]) })),
  closeToast: (id) => set(({ toasts }) => ({ toasts: toasts.filter((toast) => toast.id !== id) })),
  closeUndoOf: (instance) =>
    set(({ toasts }) => ({ toasts: toasts.filter(({ undoOf }) => undoOf !== instance) })),
}));

/** Room is made by the oldest that offers no undo. */
function keepFew(toasts: Toast[]): Toast[] {
  if (toasts.length <= mostShown) return toasts;
  const oldest = toasts.find(({ sticky }) => sticky !== true) ?? toasts[0];
  return toasts.filter((toast) => toast !== oldest);
}
