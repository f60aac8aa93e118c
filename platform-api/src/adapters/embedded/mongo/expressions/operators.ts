import { arithmeticOperators } from './arithmetic.ts';
import { comparisonOperators } from './comparison.ts';
import type { Operator } from './expression.ts';

/** Every expression operator this engine evaluates. */
export const operators: Readonly<Record<string, Operator>> = { ...comparisonOperators, ...arithmeticOperators };

/** Operators MongoDB has and this engine refuses by name. */
export const refusedOperators: ReadonlySet<string> = new Set(
  (
    '$function $accumulator $rand $meta $sampleRate $toHashedIndexKey $createObjectId $encStrContains $similarity ' +
    '$acos $acosh $asin $asinh $atan $atan2 $atanh $cos $cosh $sin $sinh $tan $tanh $degreesToRadians $radiansToDegrees ' +
    '$bitAnd $bitOr $bitXor $bitNot $binarySize $bsonSize $toDecimal $toUUID $median $percentile $setEquals $log ' +
    '$dateFromParts $dateToParts $dateFromString $tsSecond $tsIncrement $zip $regexFindAll $sigmoid $convert $strLenBytes ' +
    '$indexOfBytes $substrBytes $substr $sortArray $maxN $minN $firstN $lastN $unsetField $allElementsTrue $anyElementTrue'
  ).split(' '),
);
