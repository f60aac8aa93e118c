import { arithmeticOperators } from './arithmetic.ts';
import { arrayOperators } from './arrays.ts';
import { comparisonOperators } from './comparison.ts';
import { conversionOperators } from './conversions.ts';
import { dateOperators } from './dates.ts';
import type { Operator } from './expression.ts';
import { objectOperators } from './objects.ts';
import { setOperators } from './sets.ts';
import { stringOperators } from './strings.ts';
import { totalOperators } from './totals.ts';

/** Every expression operator this engine evaluates. */
export const operators: Readonly<Record<string, Operator>> = {
  ...comparisonOperators,
  ...arithmeticOperators,
  ...arrayOperators,
  ...setOperators,
  ...objectOperators,
  ...stringOperators,
  ...conversionOperators,
  ...dateOperators,
  ...totalOperators,
};

/** Operators MongoDB has and this engine refuses by name. */
export const refusedOperators: ReadonlySet<string> = new Set(
  (
    '$function $accumulator $rand $meta $sampleRate $toHashedIndexKey $createObjectId $encStrContains $similarity ' +
    '$acos $acosh $asin $asinh $atan $atan2 $atanh $cos $cosh $sin $sinh $tan $tanh $degreesToRadians $radiansToDegrees ' +
    '$bitAnd $bitOr $bitXor $bitNot $binarySize $bsonSize $toDecimal $toUUID $median $percentile $log ' +
    '$dateFromParts $dateToParts $dateFromString $tsSecond $tsIncrement $zip $regexFindAll $sigmoid $convert ' +
    '$indexOfBytes $substrBytes $substr $sortArray $stdDevPop $stdDevSamp $maxN $minN $firstN $lastN $allElementsTrue $anyElementTrue'
  ).split(' '),
);
