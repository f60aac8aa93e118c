declare module 'vader-sentiment' {
  /** Shares of the text that read positive, neutral, negative, and the normalised sum in -1 to 1. */
  interface PolarityScores {
    pos: number;
    neu: number;
    neg: number;
    compound: number;
  }
  const vader: { SentimentIntensityAnalyzer: { polarity_scores(text: string): PolarityScores } };
  export default vader;
}
