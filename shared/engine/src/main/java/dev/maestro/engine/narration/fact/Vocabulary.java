package dev.maestro.engine.narration.fact;

import java.util.Arrays;
import java.util.Set;

/**
 * The words of which a summary may be made, beside names and capitals of the record. Nobody's name
 * is among them that the record does not hold, and no word that speaks to the reader: without
 * {@code you}, {@code must} and the verbs of orders there is no instruction. Nor words for profit
 * and promise, which no number of a record bears out.
 */
final class Vocabulary {
  /** Verbs that a clause must not begin with: they would ask somebody for something. */
  private static final Set<String> VERBS =
      words(
          """
          allow ask await apply appear be call carry change close continue count cut do exceed
          exit fall follow give have hold indicate keep lack let limit look make meet move need note
          open override pass reach reduce reflect remain request say see set show signal stand stay
          stop suggest take trade use wait want
          """);

  private static final Set<String> PLAIN =
      words(
          """
          a about above according account accounts across act acted acting active activity
          adaptive added additional adjusted adjusting adjustment adjustments admitted after again
          against agent agents aggressive ahead aimed all allocated allocation allocations allowed
          allowing allows almost alone along already also although amid among amount amounts an
          and another any appeared appears applied applies applying approval approvals approved
          approximately are around as asked asking asks assessed assessment assigned at available
          average awaiting away back balance balanced based basis bearish became because become
          becomes been before began begins behavior behaviour behind being below between beyond
          blocked blocking blocks both breach breached breaches broad broader broadly bullish but
          by calculated called calling calls calm came can cannot capital capped caused causing
          caution cautious certain changed changes changing check checks clear clearly closed
          closing collectively combined combines comes coming complete completed completely
          condition conditions confidence confident configured confirmed consecutive consequence
          consequently conservative considered consistent constant constrained constraint
          constraints continued continues continuing control controlled controls conviction
          correspondingly counted counts covering covers crossed crossing current currently cuts
          cycle cycles daily data day days decided decision decisions decline declined declines
          default defence defense defensive degree demand demanded denial denials denied depending
          despite detected detection deviation did difference different differing direction
          directions disabled distributed distribution diversified divided documented does doing
          done down downward drawdown drawdowns driven due during each earlier either elevated
          eligible else employed empty enabled end ended ends enforced engine enough ensemble
          ensuring enter entered entering entire entirely entries entry environment equal equally
          equity error errors especially established evaluated evaluation even every evidence
          evident exactly exceeded exceeding exceeds except executed execution executive exempt
          existing exited exits expired exposure exposures extended extent extra factor factors
          failed failing fails fairly falling falls far fell few fewer figure figures final find
          finds firm five fixed flagged flat focus focused followed following follows for forced
          found from full fully further gave general generally generated given gives giving global
          gradual granted greater group had halted has having health healthy heightened held hence
          high higher highest highly historical history holding holdings holds how however
          identical identified if impact imposed in inactive include included includes including
          increased independent indicated indicates indicating individual individually influence
          information initial inputs instead insufficient intact intended intent intents interval
          into invalid is issued it its itself just keeping keeps kept kind known lack lacked
          lacking lacks large largely larger largest last later latest least led ledger left less
          level levels light likewise limited limiting limits line list listed little live long
          longer looked low lower lowered lowest made maestro main mainly maintained maintaining
          maintains makes making manage managed management managing many margin marked market
          markets materially maximum may mean meaning means meanwhile measure measured measures
          meeting meets member members met method metric metrics mid middle mild minimum minor
          minute minutes missing mix mixed mode moderate moderately modes modest modified
          monitored month more most mostly move moved moves moving multiple multiplier name named
          names narrow near nearly necessary needed needs negative neither net neutral never new
          newest news next no none nor normal not noted notes nothing notional now null number
          numbers observed occurred of off offered old older on only onto open opened opening
          opens operated operates operating operation operational or order orders ordinary
          original originally other others otherwise out outside over overall overridden overrides
          overrode paper part partial partially particular partly passed passes past paused
          pending per percentage performance performed performing period periods permission
          permits permitted place placed placing plus point points policies policy portfolio
          position positioned positioning positions positive possible potential prepared present
          preserved preserving prevailing prevented preventing previous previously price prices
          primarily prior probation process processed profile profiles prompted proposals proposed
          protected protecting protection protective prudent put putting quality quantity quiet
          raised range ranging rather ratio ratios reached reaches reaching read reading readings
          ready reason reasons received recent recently record recorded records reduced reduces
          reducing reduction reductions reflected reflecting reflects refused regarding regime
          regimes registered regular rejected rejections related relative relatively released
          remained remaining remains report reported reports representing represents requested
          requests require required requirement requirements requires respective respectively
          responded response restricted restriction restrictions result resulted resulting results
          retained retains review reviewed rise rises rising risk risks roughly round row rows
          rule rules running runs safe safety same satisfied saw score scored scores seen selected
          selection selective sensitive sent separate separately serious session set sets setting
          settings several severe shadow shadowed share shared shares sharp sharpe short shorts
          showed showing shown shows side sides sideways signaled signaling signalled signalling
          signals significant significantly similar similarly simultaneous simultaneously since
          situation size sized sizes sizing slight slightly slot slots small smaller so softer
          sold solely some sought source sources special split stability stable staged stale
          standard stands start started state states status stayed staying stays steady still
          stood stopped stored strategies strategy stress stressed strict stricter strong stronger
          strongest strongly submitted subsequent such sufficient suggested suggesting suggests
          summary support supported supporting supports suspended switch symbol symbols system
          systemic systems taken takes taking target team tenant term test than that the their
          them themselves then there thereby therefore these they this those though three
          threshold thresholds throttle throttled throttling through throughout thus tight
          tightened tightening tighter time times to today together too took top total totals
          toward towards traded trader trades trading training transition trending trigger
          triggered triggering turned two type typical unable unallocated unavailable unchanged
          under undetected unfavorable unfavourable unknown unless unlisted until unusual up
          updated upon upward use used uses using usual usually utc valid value values variation
          varied various varying verdict verdicts versus very via view viewed volatile volatility
          volume voted votes waited waiting waits wanted wants warning warnings was watch weak
          weaker weakest weakness weight weighted weighting weights well were when where whereas
          which while who whole whose wide widely wider with within without working works worse
          yet
          """);

  private Vocabulary() {}

  /** True if a summary may hold the word. */
  static boolean has(String lower) {
    return PLAIN.contains(lower) || VERBS.contains(lower);
  }

  /** True if a clause that begins with the word would be an order. */
  static boolean asks(String lower) {
    return VERBS.contains(lower);
  }

  private static Set<String> words(String block) {
    return Set.copyOf(Arrays.asList(block.strip().split("\\s+")));
  }
}
