import { lazy, Suspense } from 'react';
import { Redirect, Route, Switch } from 'wouter';
import { InstancesPage } from './features/instances-list/instances-page.tsx';

const NewInstancePage = lazy(() =>
  import('./features/new-instance/new-instance-page.tsx').then((file) => ({ default: file.NewInstancePage })),
);
const InstancePage = lazy(() =>
  import('./features/instance/instance-page.tsx').then((file) => ({ default: file.InstancePage })),
);
const ContainersPage = lazy(() =>
  import('./features/containers/containers-page.tsx').then((file) => ({ default: file.ContainersPage })),
);
const VolumesPage = lazy(() =>
  import('./features/volumes/volumes-page.tsx').then((file) => ({ default: file.VolumesPage })),
);
const VolumePage = lazy(() =>
  import('./features/volumes/volume-page.tsx').then((file) => ({ default: file.VolumePage })),
);
const ActivityPage = lazy(() =>
  import('./features/activity/activity-page.tsx').then((file) => ({ default: file.ActivityPage })),
);
const SettingsPage = lazy(() =>
  import('./features/settings/settings-page.tsx').then((file) => ({ default: file.SettingsPage })),
);

/** Which screen an address shows. All but the first are fetched when they are first opened. */
export function Routes() {
  return (
    <Suspense fallback={null}>
      <Switch>
        <Route path="/instances" component={InstancesPage} />
        <Route path="/instances/new" component={NewInstancePage} />
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
