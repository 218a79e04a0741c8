package dev.lanewise.nn.data;

import dev.lanewise.nn.text.Excerpt;
import java.util.List;

/** Looks at the column that is taken for the label only because it is the last: numbers that are no classes are none. */
record LabelGuess(List<String> classNames) implements CsvRows.Answers {
    @Override
    public void add(CsvRows rows, CsvRecord record) throws DataException {
        int column = rows.columns.answers().getFirst();
        String cell = record.cell(column);
        boolean isClass = classNames.contains(cell) || !ClassNames.equalNumbers(cell, classNames).isEmpty();
        if (CsvNumber.isNumber(cell, '.') && !isClass) {
            throw new DataException(rows.at(record, column) + ": " + Excerpt.of(cell)
                    + " is no class of the model, so this column may "
                    + "be a feature and another the label (expected the label column to be named, because the model "
                    + "does not know it)");
        }
    }
}
