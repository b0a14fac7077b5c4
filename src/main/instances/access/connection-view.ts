import type { EngineInfo } from '../../../shared/contract/engine.ts';
import type { Connection, ConnectionView } from '../../../shared/contract/instances.ts';
import type { ContainerInspect } from '../../docker/engine-types.ts';
import { labels } from '../../docker/labels.ts';
import { connectionStrings, maskedConnectionStrings } from '../../postgres/connection-strings.ts';
import type { Credentials, Route } from '../../postgres/server-target.ts';
import type { EngineHandle } from '../engine-handle.ts';
import { loopbackFor, publishedAddresses } from '../ports/published-addresses.ts';
import { serverPort } from '../ports/server-port.ts';
import type { ServerAccess } from './server-access.ts';

interface Address {
  host: string;
  port: number;
}

/**
 * The connection card of an instance: how clients on this machine and in other containers reach it. The password is in
 * it only with `reveal`.
 * @throws AppFailure `not-found`, `engine-unreachable`
 */
export async function connectionOf(
  { engine, access }: { engine: EngineHandle; access: ServerAccess },
  idOrName: string,
  reveal: boolean,
): Promise<Connection> {
  const inspect = await engine.client().inspectContainer(idOrName);
  const target = await access.targetOfInspected(inspect);
  const credentials = target?.credentials ?? (await access.credentialsOf(inspect));
  const view = (from: ConnectionView['from'], address: Address | null) =>
    address === null ? null : connectionView(from, address, credentials, reveal);
  return {
    host: view('host', addressFromHost(inspect, engine.info(), target?.route ?? null)),
    container: view('container', addressFromContainers(inspect)),
    route: target?.route.kind ?? 'none',
  };
}

function connectionView(
  from: ConnectionView['from'],
  address: Address,
  { user, database, password, source }: Credentials,
  reveal: boolean,
): ConnectionView {
  const facts = { ...address, user, database, password };
  return {
    from,
    ...address,
    user,
    database,
    passwordSource: source,
    ...(reveal ? connectionStrings(facts) : maskedConnectionStrings(facts)),
    password: reveal ? password : null,
    revealed: reveal,
  };
}

/** Where a plain client on this machine connects; a port of a stopped container is told as it will be. */
function addressFromHost(
  inspect: ContainerInspect,
  engine: EngineInfo | null,
  route: Route | null,
): Address | null {
  if (route !== null && route.kind !== 'tunnel') return { host: route.host, port: route.port };
  const published = publishedAddresses(inspect);
  if (engine === null || engine.local) {
    const [first] = published;
    return first === undefined ? null : { host: loopbackFor(first.hostIp), port: first.hostPort };
  }
  // A remote engine's loopback is not ours; what it publishes on every interface is at its own address.
  const everywhere = published.find(({ hostIp }) => hostIp === '0.0.0.0' || hostIp === '::');
  const host = /^tcp:\/\/(?:\[([^\]]+)\]|([^:/]+))/.exec(engine.address);
  const name = host?.[1] ?? host?.[2];
  return everywhere === undefined || name === undefined ? null : { host: name, port: everywhere.hostPort };
}

/** Docker answers names of containers on networks that a person made, not on the default bridge. */
function addressFromContainers(inspect: ContainerInspect): Address | null {
  const network = Object.entries(inspect.NetworkSettings.Networks ?? {}).find(([name]) =>
    isUserDefined(name),
  );
  if (network === undefined) return null;
  const service = inspect.Config.Labels?.[labels.composeService];
  const alias = network[1].Aliases?.find((name) => name === service);
  return { host: alias ?? inspect.Name.replace(/^\//, ''), port: serverPort(inspect) };
}

function isUserDefined(network: string): boolean {
  return !['bridge', 'host', 'none', 'podman'].includes(network);
}
