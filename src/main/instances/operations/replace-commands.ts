import { createContainerCommand } from '../../commands/container-words.ts';
import { dockerCommands } from '../../commands/docker-commands.ts';
import { endpointWords } from '../../commands/network-words.ts';
import { serverPort } from '../ports/server-port.ts';
import { initScriptFolder } from './init-script-archive.ts';
import type { InstanceSubject } from './read-instance-subject.ts';
import { recreationOf } from './replace-container-steps.ts';
import type { ReplaceContext, StepCommands } from './replace-context.ts';
import { freshVolumeLabels } from './replace-data-steps.ts';

/** What a person would type for each step of a replacement. */
export async function replaceCommands(
  context: ReplaceContext,
  { inspect, image }: InstanceSubject,
): Promise<StepCommands> {
  const { facts, deps, operationId } = context;
  const { name, aside, swap } = facts;
  const { user, database } = await deps.access.credentialsOf(inspect);
  const { body, otherNetworks } = await recreationOf(context, inspect);
  const joins = otherNetworks.map((network) =>
    dockerCommands.connectNetwork(network.name, name, endpointWords(network.endpoint, 'connect')),
  );
  const create = createContainerCommand(name, body, image?.Config ?? {});
  return {
    'count-rows': dockerCommands.countRows(name, user, database),
    'stop-container': dockerCommands.stop(name, facts.stopTimeoutSeconds),
    ...(swap?.fresh && {
      'create-volume': dockerCommands.createVolume(swap.to, freshVolumeLabels(name, swap.from, operationId)),
    }),
    'rename-container': dockerCommands.rename(name, aside),
    'create-container': [create, ...joins].join('\n'),
    'copy-init-scripts': dockerCommands.copyAcross(aside, name, initScriptFolder),
    'start-container': dockerCommands.start(name),
    'wait-until-ready': dockerCommands.waitUntilReady(name, user, serverPort(inspect)),
    'remove-old-container': dockerCommands.remove(aside),
    ...(swap !== null && { 'remove-volume': dockerCommands.removeVolume(swap.from) }),
  };
}
