import { Component, type ReactNode } from 'react';
import { ScreenFailed } from './screen-failed.tsx';

/** Keeps the frame alive when a screen fails. A new address starts anew (the frame gives it another key). */
export class ScreenBoundary extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return <ScreenFailed onRetry={() => this.setState({ failed: false })} />;
  }
}
