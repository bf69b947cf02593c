import regexp from 'eslint-plugin-regexp'
import tseslint from 'typescript-eslint'

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', 'fixtures/', 'templates/', 'coverage/'] },
  ...tseslint.configs.recommended,
  {
    rules: {
      eqeqeq: 'error',
      'no-console': 'error',
      'prefer-const': 'error',
      // one name for "not known": undefined inside, null only in documents
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  // what an input says is looked at in linear time, however it is written
  { files: ['src/**'], plugins: { regexp }, rules: { 'regexp/no-super-linear-backtracking': ['error', { report: 'certain' }] } },
  { files: ['bench/**', 'build.mjs', 'test/**'], rules: { 'no-console': 'off' } },
)
