package extract_test

import "testing"

// A post inside a town is a part of it.
func TestPostsAreBuilt(t *testing.T) {
	checkSayings(t, []saying{
		{"set up a point", "أقامت القوات التركية نقطة مراقبة في بلدة مورك.", "holds turkey [مورك] partial"},
		{"set up a base", "أنشأت القوات الروسية قاعدة عسكرية في بلدة تل تمر.", "holds russia [تل تمر] partial"},
		{"newly set up a checkpoint", "استحدثت قوات النظام حاجزاً في بلدة الكسوة.", "holds syrian_government [الكسوة] partial"},
		{"put up a tent", "أقام الأهالي خيمة عزاء في بلدة نوى.", ""},
		{"held a feast", "أقامت الفصائل عرضاً عسكرياً في مدينة الباب.", ""},
		{"set up a camp for the displaced", "أنشأت منظمة إغاثية مخيماً للنازحين في بلدة الراعي.", ""},
		{"means to set up a base", "تعتزم القوات الروسية إنشاء قاعدة في بلدة تل تمر.", ""},
	})
}

func TestSeats(t *testing.T) {
	checkSayings(t, []saying{
		{"which it makes its seat", "استهدفت الطائرات بلدة السوسة التي يتخذها تنظيم داعش مقراً له.", "holds islamic_state [السوسة]"},
		{"makes it its seat", "تتخذ هيئة تحرير الشام من مدينة إدلب مقراً لها.", "holds hts [إدلب]"},
		{"made it its seat", "اتخذ حزب الله من مدينة القصير مقراً لقواته.", "holds hezbollah [القصير]"},
		{"its capital", "اتخذ تنظيم داعش مدينة الرقة عاصمة له.", "holds islamic_state [الرقة]"},
		{"from which it made its seat", "تجمع الأهالي قرب حقل العمر الذي اتخذت منه قوات سوريا الديمقراطية مقراً لها.", "holds sdf [حقل العمر]"},
		{"takes measures", "اتخذت قوات النظام إجراءات أمنية في مدينة السلمية.", ""},
		{"takes civilians as shields", "اتخذ تنظيم داعش من المدنيين دروعاً في بلدة هجين.", ""},
	})
}

func TestWhoseBaseItIs(t *testing.T) {
	checkSayings(t, []saying{
		{"in a base of theirs inside the town", "يتمركز حزب الله في قاعدة له داخل مدينة القصير.", "holds hezbollah [القصير] partial"},
		{"stands in a post in the town", "تتمركز القوات الروسية في نقطة عسكرية داخل بلدة عين عيسى.", "holds russia [عين عيسى] partial"},
		{"from its positions in", "انطلقت قوات النظام من مواقعها في بلدة خناصر نحو بلدة أثريا.", "holds syrian_government [خناصر] partial"},
		{"its checkpoints in the town arrest people", "أوقفت حواجز قوات النظام في بلدة الكسوة عشرات الشبان.", "holds syrian_government [الكسوة] partial"},
		{"its checkpoints in the town stop people", "تمنع حواجز قوات النظام في بلدة الكسوة عبور المدنيين.", "holds syrian_government [الكسوة] partial"},
		{"a base of its own is hit", "قصفت طائرات مجهولة قاعدة لحزب الله داخل مدينة البوكمال.", "holds hezbollah [البوكمال] partial"},
		{"its checkpoints in the town are attacked", "هاجم مجهولون حواجز قوات النظام في بلدة الكسوة.", ""},
		{"its points in the town are hit", "استهدفت الفصائل بالقذائف نقاط قوات النظام في بلدة حلفايا.", ""},
	})
}

func TestWhoRunsIt(t *testing.T) {
	checkSayings(t, []saying{
		{"runs it", "تدير هيئة تحرير الشام مدينة حارم.", "holds hts [حارم]"},
		{"which it runs", "تظاهر الأهالي في مدينة حارم التي تديرها هيئة تحرير الشام.", "holds hts [حارم]"},
		{"rules it", "يحكم تنظيم داعش مدينة الرقة.", "holds islamic_state [الرقة]"},
		{"ruled it", "حكم تنظيم داعش مدينة الرقة بقبضة من حديد.", "holds islamic_state [الرقة]"},
		{"is in charge of it", "يشرف جيش الإسلام على معبر الوافدين.", "holds opposition [معبر الوافدين]"},
		{"runs a hospital in it", "تدير منظمة طبية مشفى في مدينة حارم.", ""},
		{"oversees the handing out of aid", "أشرف الهلال الأحمر على توزيع المساعدات في مدينة منبج.", ""},
	})
}

func TestMovingIn(t *testing.T) {
	checkSayings(t, []saying{
		{"spread in it after the others left", "انتشرت قوات النظام في بلدة مسكنة بعد انسحاب تنظيم داعش منها.", "captured syrian_government<islamic_state [مسكنة]"},
		{"spread in it, nobody left", "انتشرت قوات النظام في بلدة مسكنة.", "holds syrian_government [مسكنة]"},
		{"entered on the heels of a withdrawal", "دخلت الفصائل بلدة قباسين إثر انسحاب تنظيم داعش منها.", "captured opposition<islamic_state [قباسين]"},
		{"they left, and the others entered", "انسحبت الفصائل من بلدة مورك ودخلتها قوات النظام مباشرة.", "captured syrian_government<opposition [مورك]"},
		{"the withdrawal a sentence before", "انسحب تنظيم داعش من بلدة دير حافر. ودخلتها قوات النظام فجراً.", "captured syrian_government<islamic_state [دير حافر]"},
		{"when they had left, the others entered", "بعد انسحاب تنظيم داعش من بلدة دير حافر، دخلتها قوات النظام.", "captured syrian_government<islamic_state [دير حافر]"},
		{"took what had been left", "انسحبت قوات سوريا الديمقراطية من بلدة سلوك. وسيطرت الفصائل على البلدة مساءً.", "captured opposition<sdf [سلوك]"},
		{"entered, and went back", "دخلت قوات النظام بلدة تسيل قبل أن تعود أدراجها.", "captured raid syrian_government [تسيل] partial"},
		{"rescuers spread in it", "انتشرت فرق الدفاع المدني في بلدة عربين.", ""},
		{"a disease spread in it", "انتشر مرض جلدي في بلدة عربين.", ""},
	})
}
