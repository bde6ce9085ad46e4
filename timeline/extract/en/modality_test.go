package en_test

import "testing"

// What has not happened changes no map.
func TestWhatHasNotHappened(t *testing.T) {
	checkSentences(t, []sentence{
		{"try", "The army is trying to retake Morek.", []string{"recaptured attempt syrian_government Morek"}},
		{"sought", "Russian troops sought to seize Chasiv Yar last week.", []string{"captured attempt russia Chasiv Yar"}},
		{"attempt", "An attempt by the RSF to capture Babanusa was foiled.", []string{"captured repelled rsf Babanusa"}},
		{"purpose", "The SDF launched an offensive to capture Manbij.", []string{"captured attempt sdf Manbij"}},
		{"in order to", "Reinforcements arrived in order to take Palmyra back from Islamic State.", nil},
		{"with the aim of", "The army attacked with the aim of capturing Saraqib.", nil},
		{"failed", "Russian forces failed to take Vuhledar.", []string{"captured repelled russia Vuhledar"}},
		{"without managing", "The rebels could not recapture Khan Tuman.", []string{"recaptured repelled opposition Khan Tuman"}},
		{"unable", "The army was unable to seize Kabbana.", []string{"captured repelled syrian_government Kabbana"}},
		{"will", "The army will soon capture Bukamal.", []string{"captured future syrian_government Bukamal"}},
		{"expected", "Turkish-backed rebels are expected to enter Tell Rifat.", []string{"captured future turkey_backed Tell Rifat in part"}},
		{"plans", "Russia plans to seize Pokrovsk by autumn.", []string{"captured future russia Pokrovsk"}},
		{"vowed", "Turkey vowed to capture Manbij.", []string{"captured future turkey Manbij"}},
		{"may", "The RSF may capture El Obeid within weeks.", []string{"captured hypothetical rsf El Obeid"}},
		{"if", "If the army captures Saraqib, it will control the highway.", nil},
		{"would", "The capture of Pokrovsk would give Russia a hub.", nil},
		{"not", "Islamic State has not captured Deir Ezzor.", []string{"captured denied islamic_state Deir Ezzor"}},
		{"never", "The rebels never took Nubl.", []string{"captured denied opposition Nubl"}},
		{"denied that", "Ukraine denied that Russian forces had captured Kupiansk.", []string{"captured denied russia Kupiansk"}},
		{"denied reports of", "The SDF denied reports that Turkish forces had entered Ras al-Ayn.", []string{"captured denied turkey Ras al-Ayn in part"}},
		{"denies a claim", "Russia said it had taken Robotyne, but Ukraine denied the claim.", []string{"captured denied russia Robotyne"}},
		{"a claim dismissed in the next sentence", "Russia said its troops had seized Bakhmut. Ukraine rejected the claim.", []string{"captured denied russia Bakhmut"}},
		{"no confirmation", "There is no confirmation that Russian forces have captured Krasnohorivka.", []string{"captured unconfirmed russia Krasnohorivka"}},
		{"not observed", "ISW has not observed visual evidence that Russian forces seized Urozhaine.", []string{"captured unconfirmed russia Urozhaine"}},
		{"unconfirmed reports", "Unconfirmed reports said the rebels had captured Qalaat al-Madiq.", []string{"captured unconfirmed opposition Qalaat al-Madiq"}},
		{"repelled", "Ukrainian troops repelled Russian attacks near Spirne and Bilohorivka.", []string{"captured repelled russia Spirne", "captured repelled russia Bilohorivka"}},
		{"beaten back", "An RSF assault on El Fasher was beaten back.", []string{"captured repelled rsf El Fasher"}},
		{"raid", "SDF fighters stormed a house in Basirah, searched it and left.", nil},
		{"combed", "Syrian soldiers combed the village of Kharita.", []string{"captured raid syrian_government Kharita"}},
		{"fire control", "The army now controls the Aleppo road by fire.", nil},
		{"on the verge of", "Government forces are on the verge of capturing Harasta.", []string{"captured future syrian_government Harasta"}},
		{"ordered to", "The general ordered his troops to retake Wad Madani.", nil},
		{"calls on", "The ministry urged the RSF to leave Khartoum.", nil},
		{"edge", "Russian troops reached the outskirts of Pokrovsk.", []string{"advanced russia (the outskirts of Pokrovsk)"}},
	})
}
