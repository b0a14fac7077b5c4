import type { ContractRouterClient } from '@orpc/contract';
import { connect } from '../../../src/renderer/src/api/connect.ts';
import type { sampleContract } from './sample-contract.ts';

// A window that shows the sum of two numbers and tells main that it is there for as long as it is.
const { client } = connect<ContractRouterClient<typeof sampleContract>>();
document.title = `sum ${await client.add({ a: 20, b: 22 })}`;
await client.hang({ id: `page at ${location.hash}` });
