import { add, double, isDouble, numberOperand } from '../bson/arithmetic.ts';
import { isPlainNumber, typeOf, type Value } from '../bson/value.ts';
import { unsupported } from '../errors.ts';

/** Adds numbers by BSON's rules of types; anything else is passed over. Real parts are added without loss (Neumaier). */
export class Sum {
  count = 0;
  private whole: Value = 0;
  private real = 0;
  private correction = 0;
  private hasDouble = false;

  add(value: Value): void {
    if (typeOf(value) === 'decimal') unsupported('Decimal128 in $sum or $avg');
    if (!isPlainNumber(value)) return;
    this.count++;
    if (isDouble(value)) {
      this.hasDouble = true;
      this.addReal(Number(numberOperand(value, '$sum')));
      return;
    }
    const next = add(this.whole, value, '$sum');
    if (next !== undefined) this.whole = next;
    else {
      this.hasDouble = true;
      this.addReal(Number(value));
    }
  }

  result(): Value {
    if (!this.hasDouble) return this.whole;
    return double(this.number());
  }

  number(): number {
    return Number(numberOperand(this.whole, '$sum')) + this.real + this.correction;
  }

  private addReal(value: number): void {
    const sum = this.real + value;
    if (Number.isFinite(sum)) {
      this.correction += Math.abs(this.real) >= Math.abs(value) ? this.real - sum + value : value - sum + this.real;
    }
    this.real = sum;
  }
}
