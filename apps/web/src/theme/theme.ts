import {
  type CSSVariablesResolver,
  createTheme,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
} from '@mantine/core';

const petrol: MantineColorsTuple = [
  '#eaf5f4',
  '#d6e9e7',
  '#add4d1',
  '#7fbeba',
  '#5cc8c1',
  '#2f9b97',
  '#148081',
  '#0a6a6b',
  '#075758',
  '#044647',
];

const paper: MantineColorsTuple = [
  '#f6f7f6',
  '#eef0ef',
  '#e1e5e3',
  '#c9d0cd',
  '#a7b0ad',
  '#7f8a87',
  '#5d6967',
  '#46514f',
  '#2b3331',
  '#141a19',
];

const night: MantineColorsTuple = [
  '#e9efee',
  '#b3bebd',
  '#8d9a99',
  '#7d8a89',
  '#374244',
  '#222b2c',
  '#171e1f',
  '#121819',
  '#0c1011',
  '#080b0c',
];

export const theme = createTheme({
  primaryColor: 'petrol',
  primaryShade: { light: 7, dark: 4 },
  colors: { petrol, gray: paper, dark: night },
  black: '#141a19',
  autoContrast: true,
  // Mantine chooses the text on a filled button by the light scheme alone.
  variantColorResolver: (input) => {
    const colors = defaultVariantColorsResolver(input);
    const isPrimary = input.variant === 'filled' && (input.color ?? input.theme.primaryColor) === 'petrol';
    return isPrimary ? { ...colors, color: 'var(--mantine-primary-color-contrast)' } : colors;
  },
  respectReducedMotion: true,
  cursorType: 'pointer',
  defaultRadius: 'sm',
  fontFamily: '"Inter Variable", system-ui, -apple-system, "Segoe UI", Roboto, sans-serif',
  fontFamilyMonospace: '"JetBrains Mono Variable", ui-monospace, Menlo, Consolas, monospace',
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.25rem' },
  fontWeights: { regular: '400', medium: '550', bold: '650' },
  lineHeights: { xs: '1.4', sm: '1.45', md: '1.5', lg: '1.5', xl: '1.4' },
  spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.5rem', xl: '2rem' },
  radius: { xs: '0.1875rem', sm: '0.375rem', md: '0.5rem', lg: '0.75rem', xl: '2rem' },
  headings: {
    fontWeight: '620',
    sizes: {
      h1: { fontSize: '1.375rem', lineHeight: '1.3' },
      h2: { fontSize: '1rem', lineHeight: '1.4' },
      h3: { fontSize: '0.875rem', lineHeight: '1.4' },
    },
  },
  components: {
    Button: { defaultProps: { size: 'sm' } },
    SegmentedControl: {
      defaultProps: { withItemsBorders: false },
      styles: {
        root: { backgroundColor: 'var(--surface-sunken)' },
        indicator: { backgroundColor: 'var(--surface-raised)' },
      },
    },
    Notification: { defaultProps: { closeButtonProps: { 'aria-label': 'Close' } } },
    Table: { defaultProps: { borderColor: 'var(--line)' } },
    // The placeholder would be a child that a menu may not have; without it the first item is focused.
    Menu: { defaultProps: { shadow: 'sm', position: 'bottom-end', withInitialFocusPlaceholder: false } },
    Tooltip: { defaultProps: { openDelay: 250, events: { hover: true, focus: true, touch: true } } },
  },
});

/** Mantine's own colours, led back to the tokens of tokens.css. */
export const cssVariables: CSSVariablesResolver = () => {
  const scheme = {
    '--mantine-color-body': 'var(--surface-card)',
    '--mantine-color-text': 'var(--ink)',
    '--mantine-color-dimmed': 'var(--ink-faint)',
    '--mantine-color-placeholder': 'var(--ink-faint)',
    '--mantine-color-default': 'var(--surface-card)',
    '--mantine-color-default-hover': 'var(--surface-hover)',
    '--mantine-color-default-color': 'var(--ink)',
    '--mantine-color-default-border': 'var(--line-strong)',
    '--mantine-color-anchor': 'var(--accent)',
    '--mantine-color-error': 'var(--danger)',
    '--mantine-color-disabled': 'var(--surface-sunken)',
    '--mantine-color-disabled-color': 'var(--ink-faint)',
    '--mantine-color-disabled-border': 'var(--line)',
  };
  return { variables: {}, light: scheme, dark: scheme };
};
