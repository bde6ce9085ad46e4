package en_test

import "testing"

func TestWhoseDeed(t *testing.T) {
	checkSentences(t, []sentence{
		{"units of the army, a group called so", "Soldiers and National Defence fighters fought Islamic State all day and drove the group from Salba.", []string{"captured syrian_government Salba"}},
		{"fell to a division", "Shulah fell to the 17th Division on Sunday, after two days of fighting with Islamic State.", []string{"captured syrian_government Shulah"}},
		{"fell to a corps and a division", "Islamic State had dug in there. Kabajib fell to the 5th Corps and the 18th Division at noon.", []string{"captured syrian_government Kabajib"}},
		{"tribes at the army's side", "The army and tribal fighters advanced against Islamic State. The tribesmen captured Maghlah on Tuesday.", []string{"captured syrian_government Maghlah"}},
		{"tribes that fight the SDF", "Islamic State and the army watched. Tribal fighters seized Dhiban from the SDF.", []string{"captured local Dhiban"}},
		{"tribes without Islamic State", "Tribal fighters captured Mazraa after the army had left.", []string{"captured local Mazraa"}},
		{"the group", "The SDF advanced against Islamic State in the city. The group still holds Hajin and Susah.", []string{"holds islamic_state Hajin", "holds islamic_state Susah"}},
		{"what remains to", "The SDF took Mansurah from Islamic State. What remains to the group is little. It holds Hajin, as it has since 2014.", []string{"captured sdf Mansurah", "holds islamic_state Hajin"}},
		{"the last of a list, which was", "Rebels hold Halfaya, Suran and Taybat al-Imam, which was lost in March and retaken.", []string{"holds opposition Halfaya", "holds opposition Suran", "holds opposition Taybat al-Imam"}},
	})
}
