/** Cosine of the gradients and critic estimate of the benchmark's paper (2206.07767), by pair. */
export const publishedW1: Record<
  string,
  Record<'wgan-gp' | 'wgan-clip', readonly [cosine: number, estimate: number]>
> = {
  'd2-funnels4': { 'wgan-gp': [0.84, 0.86], 'wgan-clip': [0.07, 0.03] },
  'd2-funnels16': { 'wgan-gp': [0.68, 0.42], 'wgan-clip': [0.07, 0.04] },
  'd4-funnels4': { 'wgan-gp': [0.95, 1.45], 'wgan-clip': [0.27, 0.41] },
  'd4-funnels16': { 'wgan-gp': [0.86, 1.06], 'wgan-clip': [0.09, 0.19] },
  'd8-funnels4': { 'wgan-gp': [0.96, 2.0], 'wgan-clip': [0.34, 1.11] },
  'd8-funnels16': { 'wgan-gp': [0.92, 1.7], 'wgan-clip': [0.21, 0.6] },
  'd16-funnels4': { 'wgan-gp': [0.96, 2.07], 'wgan-clip': [0.33, 1.72] },
};

/** PacGAN's table (1712.04086, tables 1 and 2): ten runs of 400,000 steps, mean ± standard error. */
export const publishedPacking: Record<string, { modes: string; highQuality: string; kl: string }> = {
  'gan-ring': { modes: '6.3 ± 0.5', highQuality: '.982 ± .002', kl: '.45 ± .09' },
  'pacgan-ring': { modes: '7.9 ± 0.1', highQuality: '.956 ± .020', kl: '.07 ± .03' },
  'gan-grid': { modes: '17.3 ± 0.8', highQuality: '.948 ± .007', kl: '.70 ± .07' },
  'pacgan-grid': { modes: '23.8 ± 0.7', highQuality: '.913 ± .008', kl: '.13 ± .04' },
};

/** Best Fréchet distance on Inception features after a large search, Fashion-MNIST (1711.10337, table 2). */
export const publishedFashion: Record<string, readonly [fid: number, spread: number]> = {
  'gan-mm': [29.6, 1.6],
  'gan-ns': [26.5, 1.6],
  lsgan: [30.7, 2.2],
  'wgan-clip': [21.5, 1.6],
  'wgan-gp': [24.5, 2.1],
  dragan: [27.7, 1.2],
};
