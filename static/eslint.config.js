import js from '@eslint/js';
import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', 'test-results/'] },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/prefer-nullish-coalescing': ['error', { ignorePrimitives: { string: true } }],
      'max-lines': ['error', { max: 220 }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
    },
  },
  // Tables of numbers whose entries are each other's indices.
  { files: ['src/ground/*.ts', 'src/map/cells_*.ts', 'test/unit/bricks.ts'], rules: { '@typescript-eslint/no-non-null-assertion': 'off' } },
  // Words, a line each.
  { files: ['src/i18n/*.ts'], rules: { 'max-lines': 'off' } },
  { files: ['test/**/*.ts'], rules: { 'max-lines-per-function': 'off', '@typescript-eslint/no-floating-promises': 'off' } },
  { files: ['build/*.mjs'], languageOptions: { globals: { URL: 'readonly' } } },
);
