import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hasCommand, installPackages } from '../lib/apt.mjs';
import { run } from '../lib/run.mjs';
import { say } from '../lib/say.mjs';
import { withWorkFolder } from '../lib/work-folder.mjs';
import { debianMirror } from './debian-mirror.mjs';

/** Bump when the recipe changes: cached files of an older recipe are then built again. */
export const RECIPE = 3;
export const CLIENT_MAJOR = 17;

const PACKAGES = [
  'postgresql-17',
  'postgresql-client-17',
  'gosu',
  'libnss-wrapper',
  'locales',
  'xz-utils',
  'zstd',
];
/** Everything else below bin/ of Debian's package belongs to the server of 17 and would mislead beside a 16. */
const CLIENT_PROGRAMS =
  'clusterdb createdb createuser dropdb dropuser pg_amcheck pg_basebackup pg_dump pg_dumpall pg_isready pg_receivewal pg_recvlogical pg_restore pg_verifybackup pgbench psql reindexdb vacuumdb vacuumlo'.split(
    ' ',
  );

/** dpkg settings for the time of the build: no documentation, no translations, no JIT compiler (200 MB). */
const DPKG_SETTINGS = `force-confold
force-unsafe-io
path-exclude=/usr/share/doc/*
path-exclude=/usr/share/man/*
path-exclude=/usr/share/info/*
path-exclude=/usr/share/locale/*
path-include=/usr/share/locale/locale.alias
path-exclude=/usr/lib/*/libLLVM*
path-exclude=/usr/lib/*/libz3.so*
path-exclude=/usr/lib/postgresql/17/lib/bitcode/*
path-exclude=/usr/lib/postgresql/17/lib/llvmjit*
`;

/**
 * Makes (once) the two tar files every image starts from: `base`, Debian with the client programs and the
 * `postgres` user, and `server`, Debian's own server of 17. Needs root and debootstrap.
 */
export async function makeRootFs(cache) {
  const base = join(cache, `debian-trixie-${process.arch}-r${RECIPE}.tar`);
  const server = join(cache, `server-17-debian-${process.arch}-r${RECIPE}.tar`);
  if (existsSync(base) && existsSync(server)) return { base, server };
  if (!hasCommand('debootstrap')) {
    await installPackages(['debootstrap', 'debian-archive-keyring', 'gpgv'], 'to build a PostgreSQL image');
  }
  const mirror = debianMirror();
  say(
    `image: downloading Debian with the PostgreSQL ${CLIENT_MAJOR} programs from ${mirror} (about 40 s, once)`,
  );
  await withWorkFolder(cache, async (work) => {
    const root = join(work, 'root');
    await bootstrap(root, mirror);
    await finish(root);
    await packServer(root, join(work, 'server.tar'));
    await packBase(root, join(work, 'base.tar'));
    renameSync(join(work, 'server.tar'), server);
    renameSync(join(work, 'base.tar'), base);
  });
  return { base, server };
}

async function bootstrap(root, mirror) {
  const include = PACKAGES.join(',');
  // --foreign stops after the first stage: the dpkg settings must be there before the packages are unpacked.
  await run('debootstrap', [
    '--foreign',
    '--variant=minbase',
    `--include=${include}`,
    'trixie',
    root,
    mirror,
  ]);
  mkdirSync(join(root, 'etc/dpkg/dpkg.cfg.d'), { recursive: true });
  writeFileSync(join(root, 'etc/dpkg/dpkg.cfg.d/howdah'), DPKG_SETTINGS);
  mkdirSync(join(root, 'etc/postgresql-common'), { recursive: true });
  writeFileSync(join(root, 'etc/postgresql-common/createcluster.conf'), 'create_main_cluster = false\n');
  await inRoot(root, '/debootstrap/debootstrap', '--second-stage');
}

function inRoot(root, ...command) {
  const env = {
    PATH: '/usr/sbin:/usr/bin:/sbin:/bin',
    DEBIAN_FRONTEND: 'noninteractive',
    LC_ALL: 'C',
    HOME: '/root',
    ...proxySettings(),
  };
  return run('chroot', [root, ...command], { env });
}

function proxySettings() {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => /_proxy$/i.test(name)));
}

async function finish(root) {
  await inRoot(
    root,
    'localedef',
    '-i',
    'en_US',
    '-f',
    'UTF-8',
    '-A',
    '/usr/share/locale/locale.alias',
    'en_US.UTF-8',
  );
  await inRoot(root, 'groupmod', '-g', '999', 'postgres');
  await inRoot(root, 'usermod', '-u', '999', '-g', '999', '-s', '/bin/bash', 'postgres');
  for (const path of ['var/lib/postgresql', 'var/log/postgresql', 'etc/postgresql']) {
    rmSync(join(root, path), { recursive: true, force: true });
  }
  await inRoot(root, 'install', '-d', '-m', '0755', '/docker-entrypoint-initdb.d');
  // Wide open by contract: `docker run --user` may bring any uid, and the real mode is set at the start.
  const shared = ['-o', 'postgres', '-g', 'postgres'];
  await inRoot(
    root,
    'install',
    '-d',
    '-m',
    '1777',
    ...shared,
    '/var/lib/postgresql',
    '/var/lib/postgresql/data',
  );
  await inRoot(root, 'install', '-d', '-m', '3777', ...shared, '/var/run/postgresql');
  linkClientPrograms(root);
  const sample = join(root, 'usr/share/postgresql/17/postgresql.conf.sample');
  writeFileSync(sample, listenEverywhere(readFileSync(sample, 'utf8')));
}

/** Debian's /usr/bin/psql is a Perl wrapper that looks for clusters of the system. */
function linkClientPrograms(root) {
  for (const name of CLIENT_PROGRAMS) rmSync(join(root, 'usr/bin', name), { force: true });
}

/** The official image's one change to the sample from which initdb makes postgresql.conf. */
export function listenEverywhere(sample) {
  return sample.replace(/^#?listen_addresses = 'localhost'/m, "listen_addresses = '*'");
}

async function packServer(root, file) {
  const bin = readdirSync(join(root, 'usr/lib/postgresql/17/bin'))
    .filter((name) => !CLIENT_PROGRAMS.includes(name))
    .map((name) => `usr/lib/postgresql/17/bin/${name}`);
  const paths = [...bin, 'usr/lib/postgresql/17/lib', 'usr/share/postgresql/17'];
  await run('tar', ['-C', root, '-cf', file, ...paths]);
  for (const path of paths) rmSync(join(root, path), { recursive: true, force: true });
}

async function packBase(root, file) {
  const without = [
    './etc/dpkg/dpkg.cfg.d/howdah',
    './proc/*',
    './sys/*',
    './dev/*',
    './tmp/*',
    './var/cache/*',
    './var/lib/apt/lists/*',
    './var/log/*',
    './usr/share/doc/*',
    './usr/share/man/*',
    './usr/share/i18n/*',
    './usr/share/perl/*',
    './usr/share/perl5/*',
    './usr/lib/*/libperl.so*',
    './usr/lib/*/perl/*',
  ];
  await run('tar', [
    '-C',
    root,
    '--numeric-owner',
    ...without.map((path) => `--exclude=${path}`),
    '-cf',
    file,
    '.',
  ]);
}
