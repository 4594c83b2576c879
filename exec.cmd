@rem npm scripts say exec so that signals reach them without a shell in between; Windows has no such word.
@%*
