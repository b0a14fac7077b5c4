import { CSPProvider } from '@base-ui/react/csp-provider';
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { Router } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import { readCspNonce } from './api/read-csp-nonce.ts';
import { Frame } from './features/frame/frame.tsx';
import { Preferences } from './features/settings/preferences.tsx';
import { Routes } from './routes.tsx';

/** Everything around the screens: data, language and theme, address, frame. */
export function App({ queryClient }: { queryClient: QueryClient }) {
  return (
    <CSPProvider nonce={readCspNonce()}>
      <QueryClientProvider client={queryClient}>
        <Preferences>
          <Router hook={useHashLocation}>
            <Frame>
              <Routes />
            </Frame>
          </Router>
        </Preferences>
      </QueryClientProvider>
    </CSPProvider>
  );
}
