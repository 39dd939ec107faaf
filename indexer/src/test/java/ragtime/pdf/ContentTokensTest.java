package ragtime.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ContentTokensTest {

  @Test
  void readsOperandsOfAllKinds() {
    ContentTokens tokens = tokens("/F#31 12 Tf [(a\\(b\\)\\101) -250.5 <6364 6>]TJ -.5 +3 --4 Td");

    assertThat(tokens.next()).isEqualTo(ContentTokens.operator("Tf"));
    assertThat(tokens.operands().name(0)).isEqualTo("F1");
    assertThat(tokens.operands().fromEnd(0)).isEqualTo(12);

    assertThat(tokens.next()).isEqualTo(ContentTokens.operator("TJ"));
    assertThat(string(tokens, 0)).isEqualTo("a(b)A");
    assertThat(tokens.operands().number(1)).isEqualTo(-250.5);
    assertThat(string(tokens, 2)).isEqualTo("cd`");

    assertThat(tokens.next()).isEqualTo(ContentTokens.operator("Td"));
    assertThat(
            List.of(
                tokens.operands().fromEnd(2),
                tokens.operands().fromEnd(1),
                tokens.operands().fromEnd(0)))
        .containsExactly(-.5, 3.0, -4.0);
    assertThat(tokens.next()).isZero();
  }

  @Test
  void passesOverWhatIsNotText() {
    ContentTokens tokens =
        tokens("/P <</MCID 1 /T (a > b) /D <</E 2>> >> BDC % (comment) Tj\n q BI /W 1 ID ");
    List<Integer> operators = new ArrayList<>();
    for (int operator = tokens.next(); operator != 0; operator = tokens.next()) {
      operators.add(operator);
    }
    assertThat(operators).startsWith(ContentTokens.operator("BDC"), ContentTokens.operator("q"));
  }

  @Test
  void findsTheEndOfAnInlineImage() {
    ContentTokens tokens = tokens("BI /W 9 /H 9 ID \u0001\u00ff EI\u0000\u0001 EI\nQ (x) Tj");
    assertThat(tokens.next()).isEqualTo(ContentTokens.operator("BI"));
    tokens.skipInlineImage();
    assertThat(tokens.next()).isEqualTo(ContentTokens.operator("Q"));
    assertThat(tokens.next()).isEqualTo(ContentTokens.operator("Tj"));
  }

  @Property
  void endsOnAnyBytes(@ForAll byte[] bytes) {
    ContentTokens tokens = new ContentTokens(bytes);
    int operators = 0;
    for (int operator = tokens.next(); operator != 0; operator = tokens.next()) {
      operators++;
      tokens.skipInlineImage();
    }
    assertThat(operators).isLessThanOrEqualTo(bytes.length);
  }

  private static String string(ContentTokens tokens, int i) {
    Operands operands = tokens.operands();
    int length = operands.end(i) - operands.start(i);
    return new String(operands.bytes(), operands.start(i), length, StandardCharsets.ISO_8859_1);
  }

  private static ContentTokens tokens(String content) {
    return new ContentTokens(content.getBytes(StandardCharsets.ISO_8859_1));
  }
}
