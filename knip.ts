import type { KnipConfig } from 'knip'

/** Style sheets use files and packages too: `@import '…'` and `url("…")`. */
const usesOfStyles = (text: string) =>
  [...text.matchAll(/(?:@import\s+|url\()['"]([^'"]+)['"]/g)]
    .filter(([, path]) => !path?.startsWith('data:'))
    .map(([, path]) => `import '${path}'`)
    .join('\n')

export default {
  compilers: { css: usesOfStyles },
  // A type that only its own file names is still part of what that file offers.
  ignoreExportsUsedInFile: { interface: true, type: true },
  // The name `#html` there is our own JSX, whose functions have the names that compilers expect.
  ignoreIssues: { 'tsconfig.json': ['unlisted'], 'app/platform/html/jsx-runtime.ts': ['duplicates'] },
  workspaces: {
    '.': {
      entry: [
        'scripts/{setup,start,dev,test,check,bench,municipality-tiles}.mjs',
        'scripts/{build,dev-server,guide-pictures}.ts',
        'scripts/boundaries/index.ts',
        'scripts/fixtures/**',
        '{tests,scripts}/**/*.test.ts',
        'bench/*.ts',
        'bench/house/{render-*,react-html,offline}.{ts,tsx}',
        'bench/models/fit-once.ts',
      ],
      project: ['scripts/**', 'tests/**', 'bench/**'],
      // Run or read, not imported.
      ignoreDependencies: ['@biomejs/biome', 'axe-core'],
      // The peers of benchmarks; they are left out where R, or a compiler, is not there.
      ignoreBinaries: ['Rscript', 'g\\+\\+'],
    },
    app: {
      entry: [
        '{main,client,service-worker,cli}.ts',
        '**/passkey-client.ts',
        '**/client/lesson-document.ts',
        '**/*-thread.ts',
        'modules/results/growth/client/{pupil,sealed}-growth.ts',
        'styles.css',
        '**/*.test.{ts,tsx}',
      ],
      project: ['**', '!build/**'],
      // Read as files.
      ignoreDependencies: ['@tabler/icons'],
    },
    'packages/*': { entry: ['src/**/*.test.ts'], project: ['src/**'] },
    // A test bundles the script of the page.
    'packages/sortition': { entry: ['src/**/*.test.ts', 'src/page/browser.ts'], project: ['src/**'] },
  },
} satisfies KnipConfig
