import { Suspense } from 'react';
import { Redirect, Route, Switch } from 'wouter';
import { InstancesPage } from './features/instances-list/instances-page.tsx';
import { lazyScreen } from './lazy-screen.ts';

const NewInstancePage = lazyScreen(() =>
  import('./features/new-instance/new-instance-page.tsx').then((file) => file.NewInstancePage),
);
const InstancePage = lazyScreen(() =>
  import('./features/instance/instance-page.tsx').then((file) => file.InstancePage),
);
const ContainersPage = lazyScreen(() =>
  import('./features/containers/containers-page.tsx').then((file) => file.ContainersPage),
);
const VolumesPage = lazyScreen(() =>
  import('./features/volumes/volumes-page.tsx').then((file) => file.VolumesPage),
);
const VolumePage = lazyScreen(() =>
  import('./features/volumes/volume-page.tsx').then((file) => file.VolumePage),
);
const ActivityPage = lazyScreen(() =>
  import('./features/activity/activity-page.tsx').then((file) => file.ActivityPage),
);
const SettingsPage = lazyScreen(() =>
  import('./features/settings/settings-page.tsx').then((file) => file.SettingsPage),
);

/** Which screen an address shows. All but the first are fetched when they are first opened. */
export function Routes() {
  return (
    <Suspense fallback={null}>
      <Switch>
        <Route path="/instances" component={InstancesPage} />
        <Route path="/new-instance" component={NewInstancePage} />
        <Route path="/instances/:name/:tab?">
          {({ name, tab }) => <InstancePage key={name} name={name} tab={tab} />}
        </Route>
        <Route path="/containers" component={ContainersPage} />
        <Route path="/volumes" component={VolumesPage} />
        <Route path="/volumes/:name">{({ name }) => <VolumePage name={name} />}</Route>
        <Route path="/activity" component={ActivityPage} />
        <Route path="/settings" component={SettingsPage} />
        <Route>
          <Redirect to="/instances" replace />
        </Route>
      </Switch>
    </Suspense>
  );
}
